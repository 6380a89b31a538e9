"""Legal references as people type them: “iccpr 22”, “c87”, “udhr 23(4)”.

What is typed is read, never completed by guessing: how a State is bound is left unknown.
The names of instruments are known in English only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from app.domain.cases import Right
from app.domain.citations import (
    Citation,
    Declaration,
    DeclarationArticles,
    IloConvention,
    IloConventions,
    NationalLaw,
    Report,
    Resolution,
    SupervisoryDecision,
    TreatyArticle,
)
from app.domain.languages import language_tag

TREATIES: Final[Mapping[str, str]] = {
    "ICCPR": "International Covenant on Civil and Political Rights",
    "ICESCR": "International Covenant on Economic, Social and Cultural Rights",
    "ICERD": "International Convention on the Elimination of All Forms of Racial Discrimination",
    "CEDAW": "Convention on the Elimination of All Forms of Discrimination against Women",
    "CAT": "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
    "CRC": "Convention on the Rights of the Child",
    "ICMW": "International Convention on the Protection of the Rights of All Migrant Workers "
    "and Members of Their Families",
    "CRPD": "Convention on the Rights of Persons with Disabilities",
    "ECHR": "European Convention on Human Rights",
    "ACHR": "American Convention on Human Rights",
    "ACHPR": "African Charter on Human and Peoples' Rights",
}
DECLARATIONS: Final[Mapping[str, tuple[str, str]]] = {
    "UDHR": ("Universal Declaration of Human Rights", ""),
    "DHRD": (
        (
            "Declaration on the Right and Responsibility of Individuals, Groups and Organs of Society "
            "to Promote and Protect Universally Recognized Human Rights and Fundamental Freedoms"
        ),
        "the UN Declaration on Human Rights Defenders",
    ),
}
# What the articles of the two Covenants are about: ICCPR 19, 21, 22; ICESCR 8.
_RIGHTS: Final[Mapping[tuple[str, str], tuple[Right, str]]] = {
    ("ICCPR", "19"): (Right.EXPRESSION, "the right to freedom of expression"),
    ("ICCPR", "21"): (Right.ASSEMBLY, "the right of peaceful assembly"),
    ("ICCPR", "22"): (Right.ASSOCIATION, "the right to freedom of association"),
    ("ICESCR", "8"): (Right.ASSOCIATION, "the right to form and join trade unions"),
}
_ARTICLE: Final = r"\d{1,3}\s?(?:bis|ter)?(?:\s?\(\w{1,4}\))*"
_WORD: Final = r"(?:\s*,?\s*(?:arts?\.?|articles?|§)\s*|\s*,\s*|\s+)"
_ARTICLES: Final = rf"(?P<articles>{_ARTICLE}(?:\s*(?:,|and|&)\s*{_ARTICLE})*)"
_SHORT: Final = re.compile(rf"(?P<name>[A-Za-z]{{3,6}})(?:{_WORD}{_ARTICLES})?", re.IGNORECASE)
_ILO: Final = re.compile(
    r"(?:ilo\s+)?(?:c|conventions?|ilo|no\.?|nos\.?)\s*(?:nos?\.?\s*)?(?P<number>\d{1,3})"
    rf"(?:\s*,?\s*(?:arts?\.?|articles?)\s*{_ARTICLES}|(?P<more>(?:\s*(?:,|and|&|\s)\s*c?\d{{1,3}})+))?",
    re.IGNORECASE,
)
_PARAGRAPH: Final = r"(?:\s*,?\s*(?P<paragraph>op\s?\d{1,3}|(?:paras?\.?|paragraphs?)?\s*\d{1,3}))?"
_COUNCIL: Final = re.compile(
    r"(?:(?:hrc|human rights council)\s*)?(?:res(?:olution)?\.?\s*)?"
    rf"(?P<symbol>\d{{1,3}}/\d{{1,3}}){_PARAGRAPH}",
    re.IGNORECASE,
)
_ASSEMBLY: Final = re.compile(rf"(?P<symbol>A/RES/\d{{1,3}}/\d{{1,3}}){_PARAGRAPH}", re.IGNORECASE)
_REPORT: Final = re.compile(
    rf"(?P<symbol>(?:A|E|CCPR|CRC|CEDAW|CAT)/[\w./-]*\d(?:/Add\.\d+)?){_PARAGRAPH}", re.IGNORECASE
)
_PLACE: Final = _PARAGRAPH.replace("<paragraph>", "<place>")
_COMMITTEE: Final = re.compile(
    r"(?:cfa\b\s*)?(?:case|cas|caso|дело|справа)\s*(?:(?:no|nº|n°)\.?|№)?\s*(?P<case>\d{2,4})"
    rf"(?:\s*,?\s*(?P<report>\d{{2,3}})(?:st|nd|rd|th)?\s+report)?{_PARAGRAPH}"
    rf"|cfa\s+(?:report\s+)?(?P<alone>\d{{2,3}})(?:st|nd|rd|th)?(?:\s+report)?{_PLACE}",
    re.IGNORECASE,
)
_LAW: Final = re.compile(rf"(?P<title>.+?)\s*,?\s+(?:arts?\.?|articles?)\s*{_ARTICLES}", re.IGNORECASE)


def typed_citation(text: str, language: str = "en") -> Citation | None:
    """Read what was typed as a legal reference; nothing where it has the form of none.

    In letters in other languages than English the name of the instrument is left to the person.
    """
    plain = " ".join(text.split())
    english = language_tag(language).split("-")[0] == "en"
    for pattern, made in _READERS:
        found = pattern.fullmatch(plain)
        citation = made(found, english) if found else None
        if citation is not None:
            return citation
    return None


def articles_from(text: str) -> tuple[str, ...]:
    """Read a list of articles: “1, 2 and 5(a)”."""
    parts = re.split(r"\s*(?:,|;|\band\b|&)\s*", text.strip())
    return tuple("".join(part.split()) if part[:1].isdigit() else part for part in parts if part)


def _short(found: re.Match[str], english: bool) -> Citation | None:
    symbol, articles = found["name"].upper(), articles_from(found["articles"] or "")
    if symbol in DECLARATIONS:
        title, known_as = DECLARATIONS[symbol] if english else ("", symbol)
        said = (DeclarationArticles(articles=articles, says=""),) if articles else ()
        return Declaration(kind="declaration", title=title, also_known_as=known_as, articles=said)
    if symbol not in TREATIES:
        return None
    right, named = _RIGHTS.get((symbol, _bare(articles)), (None, ""))
    return TreatyArticle(
        kind="treaty",
        symbol=symbol,
        treaty=TREATIES[symbol] if english else "",
        articles=articles,
        right=right,
        right_named=named if english else "",
    )


def _ilo(found: re.Match[str], _english: bool) -> Citation:
    articles = articles_from(found["articles"] or "")
    numbers = [found["number"], *re.findall(r"\d{1,3}", found["more"] or "")]
    conventions = tuple(IloConvention(number=number, articles=articles) for number in dict.fromkeys(numbers))
    return IloConventions(kind="ilo", conventions=conventions)


def _council(found: re.Match[str], english: bool) -> Citation:
    body = ("Human Rights Council", "Council") if english else ("", "")
    return Resolution(
        kind="resolution",
        symbol=found["symbol"],
        body=body[0],
        body_short=body[1],
        paragraph=_paragraph(found),
    )


def _assembly(found: re.Match[str], english: bool) -> Citation:
    body = ("General Assembly", "Assembly") if english else ("", "")
    return Resolution(
        kind="resolution",
        symbol=found["symbol"].upper(),
        body=body[0],
        body_short=body[1],
        paragraph=_paragraph(found),
    )


def _report(found: re.Match[str], _english: bool) -> Citation:
    symbol = re.sub(r"ADD\.", "Add.", found["symbol"].upper())
    return Report(kind="report", title="", symbol=symbol, paragraph=_paragraph(found))


def _committee(found: re.Match[str], english: bool) -> Citation:
    report = found["report"] or found["alone"] or ""
    said = "".join((found["paragraph"] or found["place"] or "").split())
    return SupervisoryDecision(
        kind="supervisory",
        body="Committee on Freedom of Association" if english else "",
        case=f"Case No. {found['case']}" if found["case"] else "",
        report=f"{_ordinal(int(report))} Report" if report and english else report,
        paragraph=re.sub(r"^\D+", "", said),
    )


def _ordinal(number: int) -> str:
    """Write 386 as 386th, 401 as 401st."""
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _law(found: re.Match[str], _english: bool) -> Citation:
    return NationalLaw(kind="national_law", title=found["title"], articles=articles_from(found["articles"]))


def _paragraph(found: re.Match[str]) -> str:
    said = "".join((found["paragraph"] or "").split()).upper()
    return re.sub(r"^(?:PARAGRAPHS?|PARAS?)\.?", "", said)


def _bare(articles: tuple[str, ...]) -> str:
    return re.sub(r"\D.*", "", articles[0]) if len(articles) == 1 else ""


_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], bool], Citation | None]], ...]] = (
    (_SHORT, _short),
    (_ILO, _ilo),
    (_ASSEMBLY, _assembly),
    (_COUNCIL, _council),
    (_REPORT, _report),
    (_COMMITTEE, _committee),
    (_LAW, _law),
)
