"""Words for what directories hold, and dates as the screen writes them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from app.domain.dates import NotADate, PartialDate
from app.domain.errors import N_
from app.domain.records import RecordKind
from app.domain.said import said_anyhow
from app.domain.states import StateNames
from app.i18n.formats import written_partial

if TYPE_CHECKING:
    from app.bootstrap import Office

KIND_TITLES: Final[Mapping[RecordKind, str]] = {
    RecordKind.PERSON: N_("Person"),
    RecordKind.OFFICE: N_("Office"),
    RecordKind.INSTITUTION: N_("Institution"),
    RecordKind.STATE: N_("State"),
    RecordKind.CASE: N_("Case"),
    RecordKind.LAW: N_("Legal reference"),
    RecordKind.SENDER: N_("Sender"),
    RecordKind.SIGNATORY: N_("Signatory"),
}
KIND_ICONS: Final[Mapping[RecordKind, str]] = {
    RecordKind.PERSON: "user",
    RecordKind.OFFICE: "landmark",
    RecordKind.INSTITUTION: "building-2",
    RecordKind.CASE: "briefcase",
}
SAMPLE: Final = N_("Sample")
_PATTERNS: Final = ("d MMM yyyy", "MMM yyyy", "yyyy")


@lru_cache(maxsize=2048)
def written(day: str, language: str) -> str:
    """Write a date of which sometimes only the year is known; as it stands where it is no date."""
    try:
        return written_partial(PartialDate.parse(day), _PATTERNS, language) if day else ""
    except NotADate:
        return day


def state_names(office: Office, language: str) -> dict[str, str]:
    """Give the names of all States by their codes, in a language where it is known."""
    return {one.key: _state_name(office, one, language) for one in office.address_book.states()}


def _state_name(office: Office, state: StateNames, language: str) -> str:
    said = said_anyhow(state.forms, language)
    if said and said.name:
        return said.name
    tags = (language, "en")  # what was edited here may leave out what is shipped
    names = (office.address_book.state_for_a_letter(state.key, tag).name for tag in tags)
    return next(filter(None, names), state.key)
