"""The body of a record: a directory's value as JSON, and what is made from it for finding and linking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

import pydantic
from pydantic import ValidationError

from app.domain.case_files import CaseFile
from app.domain.directory import Institution, Office, Person
from app.domain.legal_references import LegalReference
from app.domain.records import Record, RecordKind, UnreadableRecord
from app.domain.said import Said, name_in
from app.domain.senders import SenderProfile, SignatoryRecord
from app.domain.states import StateNames

Thing = (
    Institution | Office | Person | StateNames | CaseFile | SenderProfile | SignatoryRecord | LegalReference
)

CLASSES: Final[Mapping[RecordKind, type[Thing]]] = {
    RecordKind.INSTITUTION: Institution,
    RecordKind.OFFICE: Office,
    RecordKind.PERSON: Person,
    RecordKind.STATE: StateNames,
    RecordKind.CASE: CaseFile,
    RecordKind.SENDER: SenderProfile,
    RecordKind.SIGNATORY: SignatoryRecord,
    RecordKind.LAW: LegalReference,
}
_NAMES: Final = ("name", "sort_name", "printed", "formal_name", "title", "organisation", "short_name")
_TITLE: Final = {RecordKind.CASE: "title", RecordKind.SENDER: "organisation"}


def kind_of(thing: Thing) -> RecordKind:
    """Say of which kind a value is."""
    return next(kind for kind, made in CLASSES.items() if isinstance(thing, made))


@cache
def adapter_of(kind: RecordKind) -> pydantic.TypeAdapter[Any]:
    """Give what reads and writes the values of a kind; made once, when it is first wanted."""
    return pydantic.TypeAdapter(CLASSES[kind])


def body_of(thing: Thing) -> str:
    """Write a value as JSON; its key and fields at their defaults are left out."""
    return adapter_of(kind_of(thing)).dump_json(thing, exclude_defaults=True, exclude={"key"}).decode("utf-8")


def thing_from(record: Record) -> Thing:
    """Read the value of a record. Raises ``UnreadableRecord``."""
    try:
        thing: Thing = adapter_of(record.kind).validate_json(_with_key(record))
    except ValidationError as error:
        raise UnreadableRecord(key=record.key, title=record.title) from error
    return thing


def _with_key(record: Record) -> str:
    """Put the key in front of the body; both are JSON of ours."""
    key = pydantic.TypeAdapter(str).dump_json(record.key).decode("utf-8")
    rest = record.body.removeprefix("{")
    return f'{{"key":{key}' + ("," if rest != "}" else "") + rest


def described(thing: Thing) -> dict[str, Any]:
    """Give what a record says besides its body: title, names, State, and whom it refers to."""
    names = tuple(dict.fromkeys(name for name in _names_of(thing) if name.strip()))
    title = title_of(thing)
    return {
        "kind": kind_of(thing),
        "title": title,
        "names": tuple(dict.fromkeys((title, *names))) if title else names,
        "state": getattr(thing, "state", ""),
        "refers_to": tuple(refers_to(thing)),
        "body": body_of(thing),
    }


def title_of(thing: Thing, language: str = "en") -> str:
    """Give what lists show: the name in a language, in English, or in any."""
    if isinstance(thing, LegalReference):
        return next(iter(thing.names), thing.key)
    kind = kind_of(thing)
    texts = _texts_of(thing)
    name, _ = name_in(texts, language, _TITLE.get(kind, "name"))
    if not name and isinstance(thing, CaseFile):
        others = (name_in(texts, language, place)[0] for place in ("subject", "organisation"))
        name = next((other for other in others if other), "")
    if not name and isinstance(thing, SignatoryRecord):
        name = name_in(thing.texts, language, "organisation")[0]
    return name or next(iter(getattr(thing, "aliases", ())), "") or thing.key


def refers_to(thing: Thing) -> Iterator[str]:
    """Give the keys of the records that a value speaks of."""
    if isinstance(thing, Office) and thing.institution:
        yield thing.institution
    if isinstance(thing, Person):
        yield from (tenure.office for tenure in thing.tenures)
    if isinstance(thing, SenderProfile):
        yield from thing.signatories


def _names_of(thing: Thing) -> Iterator[str]:
    if isinstance(thing, LegalReference):
        yield from thing.names
        return
    for said in _texts_of(thing):
        yield from (name for place in _NAMES if (name := getattr(said, place, "")))
    yield from getattr(thing, "aliases", ())
    if isinstance(thing, CaseFile):
        yield from (reference.text for reference in thing.references)
        for person in thing.people:
            yield from (said.name for said in person.texts)
            yield from person.aliases


def _texts_of(thing: Thing) -> tuple[Said, ...]:
    if isinstance(thing, LegalReference):
        return ()
    if isinstance(thing, CaseFile | SenderProfile | SignatoryRecord):
        return thing.texts
    return thing.forms
