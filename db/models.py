"""The tables: what is kept, and which rules the database itself holds."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _required(name: str, *, length: int | None = None) -> Column[str]:
    return Column(name, Text() if length is None else String(length), nullable=False)


series: Final = Table(
    "series",
    metadata,
    Column("key", Text, primary_key=True),
    _required("title"),
    _required("pattern"),
    _required("unit"),
    _required("file"),
    Column("start", Integer, nullable=False),
    _required("sign"),
    Column("yearly", Boolean, nullable=False),
    _required("scope"),
    Column("late_entries", Boolean, nullable=False),
)

counters: Final = Table(
    "counters",
    metadata,
    Column("series", Text, ForeignKey(series.c.key), primary_key=True),
    Column("counted_in", Integer, primary_key=True, autoincrement=False),
    Column("scope", Text, primary_key=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
)

# Days and moments are text in ISO 8601, exactly as the seal was computed over them.
entries: Final = Table(
    "entries",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("series", Text, ForeignKey(series.c.key), nullable=False),
    Column("year", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("number", Text, nullable=False, index=True),
    Column("number_printed", Boolean, nullable=False),
    _required("registered_on", length=10),
    _required("registered_at", length=32),
    Column("letter_date", String(10)),
    _required("letter_type"),
    _required("language"),
    _required("addressee"),
    _required("subject"),
    _required("state"),
    _required("snapshot"),
    _required("template"),
    _required("template_version"),
    _required("document_seal", length=64),
    Column("corrects", Integer, ForeignKey("entries.sequence"), index=True),
    Column("counted_in", Integer, nullable=False),
    _required("scope"),
    _required("suffix"),
    _required("person"),
    _required("previous_seal", length=64),
    _required("seal", length=64),
    UniqueConstraint("series", "counted_in", "scope", "ordinal", "suffix"),
)

documents: Final = Table(
    "documents",
    metadata,
    Column("sequence", Integer, ForeignKey(entries.c.sequence), primary_key=True, autoincrement=False),
    _required("sha256", length=64),
    Column("content", LargeBinary, nullable=False),
)

acts: Final = Table(
    "acts",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    _required("kind"),
    Column("series", Text, ForeignKey(series.c.key), nullable=False),
    Column("counted_in", Integer, nullable=False),
    _required("scope"),
    Column("ordinal", Integer, nullable=False),
    Column("number", Text, nullable=False, index=True),
    _required("person"),
    _required("note"),
    _required("day", length=10),
    _required("done_at", length=32),
    Column("entry", Integer, ForeignKey(entries.c.sequence)),
    _required("suffix"),
    _required("file_name"),
    _required("file_seal", length=64),
    _required("previous_seal", length=64),
    _required("seal", length=64),
)

Index("ix_acts_reserved", acts.c.kind, sqlite_where=acts.c.kind == "reserved")

attachments: Final = Table(
    "attachments",
    metadata,
    Column("sequence", Integer, ForeignKey(acts.c.sequence), primary_key=True, autoincrement=False),
    _required("sha256", length=64),
    Column("content", LargeBinary, nullable=False),
)

files: Final = Table(
    "files",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("index", Text, primary_key=True),
    _required("title"),
)

# Where the chain ends, noted apart from it: a newest link that somebody takes away is missed.
head: Final = Table(
    "head",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("sequence", Integer, nullable=False),
    _required("seal", length=64),
)

# What the register is shown, sorted and filtered by: made from it, and made anew when needed. It is
# lean, so that a page is read from a few places though the letters themselves lie far apart. Without a
# rowid the sequence is a column like others, and a key that ends with it finds its place at once.
listing: Final = Table(
    "listing",
    metadata,
    Column("sequence", Integer, ForeignKey(entries.c.sequence), primary_key=True, autoincrement=False),
    _required("series"),
    Column("year", Integer, nullable=False),
    Column("counted_in", Integer, nullable=False),
    _required("scope"),
    Column("ordinal", Integer, nullable=False),
    _required("suffix"),
    _required("registered_on", length=10),
    _required("state"),
    _required("language"),
    _required("letter_type"),
    _required("status"),
    _required("number"),
    _required("addressee"),
    _required("subject"),
    _required("addressee_key"),
    _required("subject_key"),
    _required("due", length=10),
    sqlite_with_rowid=False,
)
_NUMBER: Final = ("series", "counted_in", "scope", "ordinal", "suffix")
_FILTERED_BY: Final = ("year", "state", "language", "letter_type", "status")
for _order, _keys in {
    "number": (*_NUMBER, "sequence", *_FILTERED_BY),
    "number_in_a_year": ("year", *_NUMBER, "sequence", *_FILTERED_BY[1:]),
    "date": ("registered_on", "sequence", "series", *_FILTERED_BY),
    "addressee": ("addressee_key", "sequence", "series", *_FILTERED_BY),
    "subject": ("subject_key", "sequence", "series", *_FILTERED_BY),
    "addressee_in_a_year": ("year", "addressee_key", "sequence", "series", *_FILTERED_BY[1:]),
    "subject_in_a_year": ("year", "subject_key", "sequence", "series", *_FILTERED_BY[1:]),
    "due": ("due", "sequence", "series", *_FILTERED_BY),
    "ordinal": ("ordinal", "sequence"),
    "status": ("status", "sequence"),
}.items():
    Index(f"ix_listing_by_{_order}", *(listing.c[_key] for _key in _keys))

# What the directories hold. A key is never given twice: it is made by chance, not counted.
records: Final = Table(
    "records",
    metadata,
    Column("key", Text, primary_key=True),
    _required("kind"),
    _required("title"),
    _required("names"),
    _required("body"),
    _required("state"),
    Column("sample", Boolean, nullable=False),
    _required("changed_at", length=32),
    Column("deleted_at", String(32)),
    Column("used_at", String(32), index=True),
    Column("revision", Integer, nullable=False, index=True),
)

# Which record speaks of which other; made from the bodies.
record_links: Final = Table(
    "record_links",
    metadata,
    Column("source", Text, ForeignKey(records.c.key), primary_key=True),
    Column("target", Text, primary_key=True, index=True),
)

stored_files: Final = Table(
    "stored_files",
    metadata,
    Column("key", Text, primary_key=True),
    Column("owner", Text, ForeignKey(records.c.key), nullable=False, index=True),
    _required("name"),
    Column("size", Integer, nullable=False),
    _required("seal", length=64),
    _required("added_at", length=32),
    Column("deleted_at", String(32)),
    Column("content", LargeBinary, nullable=False),
)

drafts: Final = Table(
    "drafts",
    metadata,
    Column("key", Integer, primary_key=True),
    _required("title"),
    _required("letter"),
    _required("created_at", length=32),
    _required("changed_at", length=32),
    Column("registered", Integer, ForeignKey(entries.c.sequence), unique=True),
    Column("binned_at", String(32)),
)

phrases: Final = Table(
    "phrases",
    metadata,
    Column("key", Integer, primary_key=True),
    _required("language"),
    _required("title"),
    _required("text"),
    _required("types"),
)

# What the data of a draft were taken from: kept beside the letter, never in it.
draft_origins: Final = Table(
    "draft_origins",
    metadata,
    Column(
        "draft",
        Integer,
        ForeignKey(drafts.c.key, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("case_key", Text, nullable=False, index=True),
    _required("origins"),
)
