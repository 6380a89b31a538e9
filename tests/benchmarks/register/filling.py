"""Fills a register with letters that are read by nobody."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from random import Random
from typing import Final

from app.domain.letters import LetterType
from app.domain.register import FIRST_SEAL, Entry, Series, document_seal
from app.services.search import indexed_text
from db import Workspace
from tests.benchmarks.register.words import SCRIPTS, Language

SERIES: Final = tuple(Series(key=key, title=key, unit="01", file="3") for key in ("out", "un", "joint"))
_STATES: Final = tuple(f"{a}{b}{c}" for a in "AKGT" for b in "AEIOU" for c in "BGKLNRTZ")
_DOCUMENT: Final = 1_000
_BATCH: Final = 1_000
_BEGIN: Final = datetime(2005, 1, 3, 9, tzinfo=UTC)


class Filler:
    """Writes the same letters on every machine."""

    def __init__(self, languages: Sequence[Language], total: int) -> None:
        self.languages, self._total = languages, total
        self._chance = Random(total)
        self._shares = [script.share for script in SCRIPTS]
        self._counted: dict[tuple[str, int], int] = {}
        self._seal = FIRST_SEAL

    def entries(self) -> Iterator[tuple[Entry, bytes]]:
        """Give letter after letter, chained."""
        for sequence in range(1, self._total + 1):
            document = self._chance.randbytes(_DOCUMENT)
            entry = self._entry(sequence, document)
            self._seal = entry.seal
            yield entry, document

    def _entry(self, sequence: int, document: bytes) -> Entry:
        chance = self._chance
        language = chance.choices(self.languages, self._shares)[0]
        series = chance.choices(SERIES, (80, 15, 5))[0].key
        moment = _BEGIN + timedelta(days=7000) * (sequence / self._total)
        ordinal = self._counted[series, moment.year] = self._counted.get((series, moment.year), 0) + 1
        name, other = chance.choice(language.names), chance.choice(language.names)
        entry = Entry(
            sequence=sequence,
            series=series,
            year=moment.year,
            counted_in=moment.year,
            ordinal=ordinal,
            number=f"{ordinal}/01-3",
            number_printed=True,
            registered_on=moment.date(),
            registered_at=moment.replace(microsecond=0),
            letter_date=moment.date(),
            letter_type=chance.choices([one.value for one in LetterType], (60, 10, 10, 10, 5, 5))[0],
            language=language.tag,
            addressee=f"{name}, {chance.choice(language.sentences)[:30]}",
            subject=chance.choice(language.sentences)[:60],
            state=chance.choices(_STATES, range(len(_STATES), 0, -1))[0],
            snapshot=self._snapshot(language, other),
            template="protest/en",
            template_version="1",
            document_seal=document_seal(document),
            previous_seal=self._seal,
        )
        return replace(entry, seal=entry.computed_seal())

    def _snapshot(self, language: Language, name: str) -> str:
        sentences = self._chance.choices(language.sentences, k=language.sentences_of_a_text)
        paragraphs = [" ".join(sentences[place : place + 5]) for place in range(0, len(sentences), 5)]
        said = {
            "letter": {
                "reference": "AL KAZ 1/2017",
                "case": {"title": sentences[0], "person": {"name": name}},
            },
            "blocks": [{"text": text} for text in (name, *paragraphs)],
        }
        return json.dumps(said, ensure_ascii=False)


def fill(workspace: Workspace, filler: Filler) -> None:
    """Register all letters, many in a transaction: it is reading that is measured."""
    with workspace.unit_of_work() as work:
        for series in SERIES:
            work.series.add(series)
        work.commit()
    letters = filler.entries()
    while batch := list(islice(letters, _BATCH)):
        with workspace.unit_of_work() as work:
            for entry, document in batch:
                work.register.add(entry, document)
                work.search.add(entry, indexed_text(entry))
            work.commit()
