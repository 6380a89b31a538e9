"""The languages of a record: those of the office, those it has, and those that can be added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.bootstrap import Office

KNOWN: Final = (
    "en", "fr", "es", "ru", "ka", "uk", "kk", "de", "ar", "zh-Hans", "hy", "az", "be", "bg", "bs", "cs",
    "el", "et", "fa", "fi", "he", "hr", "hu", "it", "ja", "ko", "ky", "lt", "lv", "mk", "mn", "nl", "pl",
    "pt", "ro", "sk", "sl", "sq", "sr", "sv", "tg", "tk", "tr", "uz", "vi",
)  # fmt: skip
_FIRST: Final = "en"


def office_languages(office: Office) -> tuple[str, ...]:
    """Give the languages in which this office writes; English where nobody has said."""
    sender = office.senders.preferred()
    return (sender.languages if sender else ()) or (_FIRST,)


def shown_languages(own: Iterable[str], wanted: Iterable[str], added: Iterable[str] = ()) -> tuple[str, ...]:
    """Give the languages to show: the office's own first, then what there is, each once."""
    return tuple(dict.fromkeys((*wanted, *own, *added)))


def others(shown: Iterable[str]) -> tuple[str, ...]:
    """Give the languages that can be added."""
    there = set(shown)
    return tuple(tag for tag in KNOWN if tag not in there)
