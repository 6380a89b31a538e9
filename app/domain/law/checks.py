"""What looks wrong in the legal references of a letter, measured by the law library; it stops nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from app.domain.cases import Right
from app.domain.checks import Advice
from app.domain.citations import (
    Citation,
    GeneralComment,
    IloConvention,
    IloConventions,
    Report,
    Resolution,
    Status,
    TreatyArticle,
)
from app.domain.errors import N_, Sentence
from app.domain.law.citing import Standings
from app.domain.law.instruments import Mandate
from app.domain.law.quoting import is_quoted_from
from app.domain.law.standing import BINDING, Standing
from app.domain.law.tables import LawTables
from app.domain.letters import Letter

Quoting = Resolution | Report | GeneralComment
_Joined = TreatyArticle | IloConvention
_UNBOUND: Final = {
    Status.NOT_RATIFIED: N_("not ratified"),
    Status.SIGNED: N_("signed only"),
    Status.DENOUNCED: N_("denounced"),
}
_NOT_BOUND: Final = N_("{instrument} reads as if it bound {state}; as of {day} it is {status}.")
_OTHER_DATE: Final = N_("{instrument}: the letter says {said}, the library {known} (as of {day}).")
_LATER: Final = N_("{instrument} binds {state} since {since} only, after what happened on {fact}.")
_FOREIGN: Final = N_("Resolution {resolution} is not known as one of the mandate “{mandate}”.")
_OUTDATED: Final = N_("Resolution {newer} of {day} extended the mandate “{mandate}” before this letter.")
_OTHER_WORDS: Final = N_("The quotation from {symbol}, {paragraph} differs from the stored text.")
_OTHER_RIGHT: Final = N_("Article {cited} is cited for {right}; in {instrument} that is article {meant}.")


def advice_on_law(
    letter: Letter, tables: LawTables, standings: Standings, quotations: Iterable[Citation] = ()
) -> Iterator[Advice]:
    """Give what the library knows better; ``quotations`` are those that the office has stored."""
    state = letter.state.code
    stored = [one for one in quotations if isinstance(one, Quoting)]
    for number, cited in enumerate(letter.citations, start=1):
        place = f"citations.{number}"
        for key, name, joined in _joined(cited, tables):
            yield from _on_standing(place, name, joined, standings(state, key), letter)
        if isinstance(cited, TreatyArticle):
            yield from _on_right(place, cited, tables)
        if isinstance(cited, Quoting):
            yield from _on_quotation(place, cited, tables, stored, letter.language)
    yield from _on_mandates(letter, tables)


def _joined(cited: Citation, tables: LawTables) -> Iterator[tuple[str, str, _Joined]]:
    """Give each instrument that States join: its id, its name, and what is said of it."""
    if isinstance(cited, IloConventions):
        for one in cited.conventions:
            yield f"C{one.number:0>3}", f"C{one.number}", one
    if isinstance(cited, TreatyArticle):
        held = (
            one
            for one in tables.instruments.values()
            if cited.symbol == one.short or cited.treaty == one.title
        )
        for instrument in held:
            yield instrument.id, instrument.short, cited


def _on_standing(place: str, name: str, said: _Joined, known: Standing, letter: Letter) -> Iterator[Advice]:
    facts = {"instrument": name, "state": letter.state.name or known.state, "day": known.as_of}
    if not known.verified or known.status is Status.UNKNOWN:
        return
    if known.status in _UNBOUND and said.status in BINDING | {Status.UNKNOWN}:
        yield Advice(place, _NOT_BOUND, {**facts, "status": Sentence(_UNBOUND[known.status])})
    if known.status in BINDING:
        yield from _on_date(place, said, known, facts)
        yield from _on_facts(place, known, letter, facts)


def _on_date(place: str, said: _Joined, known: Standing, facts: dict[str, str]) -> Iterator[Advice]:
    stated = said.status_date
    differs = stated and (stated != known.day if known.day else stated.year != known.year)
    if differs and known.since:
        yield Advice(place, _OTHER_DATE, {**facts, "said": stated, "known": known.day or known.since})


def _on_facts(place: str, known: Standing, letter: Letter, facts: dict[str, str]) -> Iterator[Advice]:
    happened = [fact.when for fact in letter.case.facts if fact.when]
    if known.when and happened and known.when.first_day > min(happened).last_day:
        first = min(happened)
        yield Advice(place, _LATER, {**facts, "since": known.day or known.since, "fact": str(first)})


def _on_right(place: str, cited: TreatyArticle, tables: LawTables) -> Iterator[Advice]:
    """Say that a right stands in another article; the Covenant on civil rights has its own check."""
    if cited.right is None or cited.symbol == "ICCPR":
        return
    held = {one.id for one in tables.instruments.values() if cited.symbol == one.short}
    meant = _articles_of(cited.right, held, tables)
    if meant and not {_bare(one) for one in cited.articles} & {_bare(one) for one in meant}:
        yield Advice(
            place,
            _OTHER_RIGHT,
            {
                "cited": ", ".join(cited.articles),
                "right": cited.right.value,
                "instrument": cited.symbol,
                "meant": ", ".join(meant),
            },
        )


def _articles_of(right: Right, instruments: set[str], tables: LawTables) -> Sequence[str]:
    fitting = (one for one in tables.subjects if one.right == right.value and one.instrument in instruments)
    return tuple(article for one in fitting for article in one.articles)


def _bare(article: str) -> str:
    return article.partition("(")[0]


def _on_quotation(
    place: str, cited: Quoting, tables: LawTables, stored: Sequence[Quoting], language: str
) -> Iterator[Advice]:
    texts = [one.quotation for one in stored if _place_of(one) == _place_of(cited) and one.quotation]
    symbol = next((key for key, one in tables.adopted.items() if one.short == cited.symbol), cited.symbol)
    passage = tables.passage(symbol, cited.paragraph, language)
    texts += [passage.text] if passage and passage.quoted else []
    if cited.quotation and texts and not any(is_quoted_from(cited.quotation, text) for text in texts):
        yield Advice(place, _OTHER_WORDS, {"symbol": cited.symbol, "paragraph": cited.paragraph})


def _place_of(cited: Quoting) -> tuple[str, str]:
    return cited.symbol, cited.paragraph


def _on_mandates(letter: Letter, tables: LawTables) -> Iterator[Advice]:
    known = {one.title.casefold(): one for one in tables.mandates.values()}
    for number, said in enumerate(letter.mandates, start=1):
        mandate = known.get(said.title.casefold())
        if mandate and said.resolution:
            facts = {"mandate": said.title, "resolution": said.resolution}
            yield from _on_mandate(f"mandates.{number}", mandate, facts, letter.date, tables)


def _on_mandate(
    place: str, mandate: Mandate, facts: dict[str, str], day: date | None, tables: LawTables
) -> Iterator[Advice]:
    cited = facts["resolution"]
    if cited not in {*mandate.resolutions, *mandate.extensions} and cited not in mandate.established_by:
        yield Advice(place, _FOREIGN, facts)
        return
    newest = max(_extensions(mandate, day, tables), default=None)
    own = _adopted_on(cited, tables)
    if newest and own and newest[0] > own:
        yield Advice(place, _OUTDATED, {**facts, "newer": newest[1], "day": newest[0]})


def _extensions(mandate: Mandate, day: date | None, tables: LawTables) -> Iterator[tuple[date, str]]:
    """Give the resolutions that are known to extend a mandate and were there before the letter."""
    for short in {*mandate.extensions, mandate.latest} - {""}:
        adopted = _adopted_on(short, tables)
        if adopted and (day is None or adopted < day):
            yield adopted, short


def _adopted_on(short: str, tables: LawTables) -> date | None:
    held = tables.adopted.get(f"A/HRC/RES/{short}")
    return date.fromisoformat(held.adopted) if held and held.adopted else None
