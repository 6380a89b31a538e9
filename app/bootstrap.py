"""Builds the services of one start: templates and texts at once, the workspace when it is asked for."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from app.config import Places, dictionary_folders, find_places
from app.domain.errors import N_, ChanceryError
from app.domain.legal_references import LegalReference
from app.drafting.library import TemplateLibrary
from app.i18n.catalogues import Catalogue, for_language, screen_language
from app.services.address_book import AddressBook
from app.services.backups import Backups
from app.services.bin import Bin
from app.services.case_files import CaseFiles
from app.services.composer import Composer
from app.services.days import Days
from app.services.desk import Desk
from app.services.drafts import Drafts
from app.services.exchange import Exchange
from app.services.exporting import Exporting
from app.services.finding import Finder
from app.services.first_start import FirstStart
from app.services.issuing import Issuing, default_series
from app.services.journals import Journals
from app.services.law_library import LawLibrary
from app.services.legal_references import LegalReferences
from app.services.letter_cards import LetterCards
from app.services.nomenclature import Nomenclature
from app.services.numbers import Numbers
from app.services.phrases import Phrases
from app.services.records import Records
from app.services.reference_data import ReferenceData
from app.services.references import References
from app.services.register import Register, SeriesExists
from app.services.restoring import Restoring
from app.services.sample import SampleMaker, remove_sample
from app.services.search import Search
from app.services.sender_profiles import SenderProfiles
from app.services.template_overview import TemplateOverview
from app.services.templates import Templates
from app.services.verifying import Verifying
from db import OnNetworkShare, Vault, Workspace, network_share, open_workspace

if TYPE_CHECKING:
    from app.services.exact_pages import ExactPages
    from app.services.spelling import Spelling

_NO_BACKUP: Final = N_("The daily backup was not made. “chancery backup” makes one now.")


@dataclass(frozen=True)
class Bench:
    """What needs no workspace: the desk, the templates, the screen's texts."""

    places: Places
    texts: Catalogue
    desk: Desk
    templates: Templates
    backups: Backups
    restoring: Restoring
    overview: TemplateOverview


@dataclass(frozen=True)
class Office:
    """The services of one open workspace; ``network_share`` warns where it lies on one."""

    drafts: Drafts
    issuing: Issuing
    register: Register
    numbers: Numbers
    verifying: Verifying
    sample: SampleMaker
    network_share: OnNetworkShare | None
    search: Search
    references: References
    nomenclature: Nomenclature
    journals: Journals
    days: Days
    composer: Composer
    phrases: Phrases
    exporting: Exporting
    records: Records
    address_book: AddressBook
    case_files: CaseFiles
    senders: SenderProfiles
    finder: Finder
    bin: Bin
    exchange: Exchange
    legal_references: LegalReferences
    law: LawLibrary
    first_start: FirstStart
    letter_cards: LetterCards


def new_key() -> str:
    """Give a key for a record that nobody has had."""
    return uuid4().hex


def clock() -> datetime:
    """Give the present moment with the time zone of this desk; its date is the day of registration."""
    return datetime.now(UTC).astimezone()


def open_bench(environ: Mapping[str, str], data: str | Path | None = None) -> Bench:
    """Build what needs no workspace; nothing is written."""
    places = find_places(environ, data)
    own_templates = places.data / "templates"
    library = TemplateLibrary(places.templates, own_templates)
    texts = for_language(screen_language(environ, places.locales), places.locales)
    vault = Vault(places.data)
    backups, restoring = Backups(vault, clock, program_version), Restoring(vault, clock)
    overview = TemplateOverview(library, places.templates, own_templates, places.examples)
    return Bench(places, texts, Desk(library), Templates(library), backups, restoring, overview)


def exact_pages(environ: Mapping[str, str]) -> ExactPages:
    """Give the exact pages of this computer, to be closed at the end; nothing starts before one is wanted."""
    from app.converting.converter import converter_of_this_computer
    from app.services.exact_pages import ExactPages

    return ExactPages(converter_of_this_computer(environ))


def spelling(environ: Mapping[str, str], workspace: Path) -> Spelling:
    """Give the spelling of this computer, to be closed at the end; nothing starts before a word is asked."""
    from app.services.dictionaries import Dictionaries
    from app.services.office_words import OfficeWords
    from app.services.spelling import Spelling
    from app.services.spelling_process import SpellingProcess

    dictionaries = Dictionaries(workspace / "dictionaries", dictionary_folders(environ))
    return Spelling(dictionaries, SpellingProcess(), OfficeWords(workspace / "words.txt"))


def remove_sample_workspace(places: Places) -> None:
    """Remove a sample workspace that nobody has open. Raises ``NotTheSample``."""
    remove_sample(places.data)


def program_version() -> str:
    """Give the version of the installed program; nothing where it runs from its sources."""
    from importlib import metadata

    try:
        return metadata.version("chancery")
    except metadata.PackageNotFoundError:
        return ""


@contextmanager
def open_office(bench: Bench, *, sample: bool = False, patience: float = 0) -> Iterator[Office]:
    """Open the workspace, made new where there is none; a sample brings its own series.

    The first time on a day a backup is made meanwhile, after so many seconds of patience or
    else at the end; it never makes a command fail. Raises the classes of ``db.errors``.
    """
    workspace = open_workspace(bench.places.data, now=clock())
    try:
        register = Register(workspace.reading, workspace.unit_of_work)
        if not sample and not register.series():
            with suppress(SeriesExists):  # another process has opened the new workspace at the same time
                register.add_series(default_series())
        drafts = Drafts(workspace.unit_of_work, clock)
        issuing = Issuing(workspace.unit_of_work, clock, bench.desk)
        records = Records(workspace.reading, workspace.unit_of_work, clock, new_key)
        exchange, finder = Exchange(records), Finder(workspace.reading)
        maker = SampleMaker(bench.desk, drafts, issuing, register, exchange, bench.places.examples)
        numbers = Numbers(workspace.unit_of_work, workspace.reading, clock)
        verifying = Verifying(workspace.reading)
        share = network_share(bench.places.data)
        senders = SenderProfiles(records)
        law = LawLibrary(
            bench.places.reference,
            own=lambda: records.all(LegalReference),
            letters=drafts.recent,
        )
        search = Search(workspace.reading, workspace.unit_of_work)
        search.refresh()
        with _backed_up_daily(bench, workspace, wanted=not sample, patience=patience):
            yield Office(
                drafts,
                issuing,
                register,
                numbers,
                verifying,
                maker,
                share,
                search,
                References(workspace.reading),
                Nomenclature(workspace.reading, workspace.unit_of_work),
                Journals(workspace.reading, clock),
                Days(workspace.reading, clock),
                Composer(bench.desk, clock),
                Phrases(workspace.unit_of_work, workspace.reading, bench.places.templates / "phrases"),
                Exporting(
                    bench.desk,
                    issuing=issuing,
                    numbers=numbers,
                    register=register,
                    reading=workspace.reading,
                    clock=clock,
                ),
                records,
                AddressBook(records, ReferenceData(bench.places.reference)),
                CaseFiles(records),
                senders,
                finder,
                Bin(workspace.reading, workspace.unit_of_work, records),
                exchange,
                LegalReferences(records, finder, libraries=[law]),
                law,
                FirstStart(register, senders, drafts, default_series),
                letter_cards=LetterCards(workspace.reading),
            )
    finally:
        workspace.close()


def _is_worth_it(workspace: Workspace) -> bool:
    with workspace.reading() as work:
        kept = work.records.newest_revision() > 0 or bool(work.drafts.all())
        return kept or work.register.last() is not None


@contextmanager
def _backed_up_daily(bench: Bench, workspace: Workspace, *, wanted: bool, patience: float) -> Iterator[None]:
    """Make the backup of today beside what the block does, if it is due; what hinders it is a warning."""
    if not (wanted and bench.backups.due()):
        yield
        return
    hurry = Event()

    def back_up_later() -> None:
        hurry.wait(patience)
        _back_up(bench, workspace)

    thread = Thread(target=back_up_later, name="daily backup", daemon=True)
    thread.start()
    try:
        yield
    finally:
        hurry.set()
        thread.join()


def _back_up(bench: Bench, workspace: Workspace) -> None:
    try:
        if _is_worth_it(workspace):
            bench.backups.daily()
    except ChanceryError as difficulty:
        logging.getLogger(__name__).warning(bench.texts.said(difficulty.sentence))
    except (ValueError, TypeError):  # another program has left in the register what nobody can read
        logging.getLogger(__name__).warning(bench.texts.text(_NO_BACKUP))
    except OSError:
        logging.getLogger(__name__).exception(bench.texts.text(_NO_BACKUP))
