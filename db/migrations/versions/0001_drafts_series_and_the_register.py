"""Drafts, series and the register."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

GUARDS = (
    "CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, "
    "'a registered letter is never changed'); END",
    "CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, "
    "'a registered letter is never deleted'); END",
    "CREATE TRIGGER entries_no_replace BEFORE INSERT ON entries WHEN EXISTS (SELECT 1 "
    "FROM entries WHERE sequence = NEW.sequence) OR EXISTS (SELECT 1 FROM entries WHERE "
    "series = NEW.series AND counted_in = NEW.counted_in AND scope = NEW.scope AND "
    "ordinal = NEW.ordinal AND suffix = NEW.suffix) BEGIN SELECT RAISE(ABORT, 'a "
    "registered letter is never replaced'); END",
    "CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents BEGIN SELECT "
    "RAISE(ABORT, 'a registered document is never changed'); END",
    "CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT "
    "RAISE(ABORT, 'a registered document is never deleted'); END",
    "CREATE TRIGGER documents_no_replace BEFORE INSERT ON documents WHEN EXISTS (SELECT 1"
    " FROM documents WHERE sequence = NEW.sequence) BEGIN SELECT RAISE(ABORT, 'a "
    "registered document is never replaced'); END",
    "CREATE TRIGGER acts_no_update BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'an "
    "act of the register is never changed'); END",
    "CREATE TRIGGER acts_no_delete BEFORE DELETE ON acts BEGIN SELECT RAISE(ABORT, 'an "
    "act of the register is never deleted'); END",
    "CREATE TRIGGER acts_no_replace BEFORE INSERT ON acts WHEN EXISTS (SELECT 1 FROM acts"
    " WHERE sequence = NEW.sequence) BEGIN SELECT RAISE(ABORT, 'an act of the register is"
    " never replaced'); END",
    "CREATE TRIGGER attachments_no_update BEFORE UPDATE ON attachments BEGIN SELECT "
    "RAISE(ABORT, 'an attached file is never changed'); END",
    "CREATE TRIGGER attachments_no_delete BEFORE DELETE ON attachments BEGIN SELECT "
    "RAISE(ABORT, 'an attached file is never deleted'); END",
    "CREATE TRIGGER attachments_no_replace BEFORE INSERT ON attachments WHEN EXISTS "
    "(SELECT 1 FROM attachments WHERE sequence = NEW.sequence) BEGIN SELECT RAISE(ABORT, "
    "'an attached file is never replaced'); END",
)

NUMBER = ("series", "counted_in", "scope", "ordinal", "suffix")
FILTERED_BY = ("year", "state", "language", "letter_type", "status")
LISTING_ORDERS = {
    "number": (*NUMBER, "sequence", *FILTERED_BY),
    "number_in_a_year": ("year", *NUMBER, "sequence", *FILTERED_BY[1:]),
    "date": ("registered_on", "sequence", "series", *FILTERED_BY),
    "addressee": ("addressee_key", "sequence", "series", *FILTERED_BY),
    "subject": ("subject_key", "sequence", "series", *FILTERED_BY),
    "addressee_in_a_year": ("year", "addressee_key", "sequence", "series", *FILTERED_BY[1:]),
    "subject_in_a_year": ("year", "subject_key", "sequence", "series", *FILTERED_BY[1:]),
    "due": ("due", "sequence", "series", *FILTERED_BY),
    "ordinal": ("ordinal", "sequence"),
    "status": ("status", "sequence"),
}

# The texts are folded before they come here: words of letters and digits, a space between them.
WORDS = (
    "CREATE VIRTUAL TABLE listing_words USING fts5(number, addressee, subject, matter, reference, body, facets, "
    "content='', columnsize=0, tokenize='ascii', prefix='2 3')"
)


def upgrade() -> None:
    op.create_table(
        "series",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("sign", sa.Text(), nullable=False),
        sa.Column("yearly", sa.Boolean(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("late_entries", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_series")),
    )
    op.create_table(
        "counters",
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("counted_in", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["series"], ["series.key"], name=op.f("fk_counters_series_series")),
        sa.PrimaryKeyConstraint("series", "counted_in", "scope", name=op.f("pk_counters")),
    )
    op.create_table(
        "entries",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("number_printed", sa.Boolean(), nullable=False),
        sa.Column("registered_on", sa.String(length=10), nullable=False),
        sa.Column("registered_at", sa.String(length=32), nullable=False),
        sa.Column("letter_date", sa.String(length=10), nullable=True),
        sa.Column("letter_type", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("template_version", sa.Text(), nullable=False),
        sa.Column("document_seal", sa.String(length=64), nullable=False),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.Column("counted_in", sa.Integer(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("previous_seal", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["corrects"], ["entries.sequence"], name=op.f("fk_entries_corrects_entries")),
        sa.ForeignKeyConstraint(["series"], ["series.key"], name=op.f("fk_entries_series_series")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_entries")),
        sa.UniqueConstraint(
            "series",
            "counted_in",
            "scope",
            "ordinal",
            "suffix",
            name=op.f("uq_entries_series_counted_in_scope_ordinal_suffix"),
        ),
    )
    op.create_index(op.f("ix_entries_number"), "entries", ["number"], unique=False)
    op.create_index(op.f("ix_entries_corrects"), "entries", ["corrects"], unique=False)
    op.create_table(
        "documents",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sequence"], ["entries.sequence"], name=op.f("fk_documents_sequence_entries")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_documents")),
    )
    op.create_table(
        "acts",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("counted_in", sa.Integer(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("done_at", sa.String(length=32), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=True),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_seal", sa.String(length=64), nullable=False),
        sa.Column("previous_seal", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.sequence"], name=op.f("fk_acts_entry_entries")),
        sa.ForeignKeyConstraint(["series"], ["series.key"], name=op.f("fk_acts_series_series")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_acts")),
    )
    op.create_index(op.f("ix_acts_number"), "acts", ["number"], unique=False)
    op.create_index("ix_acts_reserved", "acts", ["kind"], unique=False, sqlite_where=sa.text("kind = 'reserved'"))
    op.create_table(
        "attachments",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["sequence"], ["acts.sequence"], name=op.f("fk_attachments_sequence_acts")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_attachments")),
    )
    op.create_table(
        "files",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("index", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("year", "index", name=op.f("pk_files")),
    )
    op.create_table(
        "head",
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_head")),
    )
    op.create_table(
        "listing",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("counted_in", sa.Integer(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("registered_on", sa.String(length=10), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("letter_type", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("addressee", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("addressee_key", sa.Text(), nullable=False),
        sa.Column("subject_key", sa.Text(), nullable=False),
        sa.Column("due", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["sequence"], ["entries.sequence"], name=op.f("fk_listing_sequence_entries")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_listing")),
        sqlite_with_rowid=False,
    )
    for order, keys in LISTING_ORDERS.items():
        op.create_index(op.f(f"ix_listing_by_{order}"), "listing", list(keys), unique=False)
    op.create_table(
        "drafts",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("registered", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["registered"], ["entries.sequence"], name=op.f("fk_drafts_registered_entries")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_drafts")),
        sa.UniqueConstraint("registered", name=op.f("uq_drafts_registered")),
    )
    if op.get_context().dialect.name == "sqlite":
        for guard in GUARDS:
            op.execute(guard)
        op.execute(WORDS)
        op.execute("PRAGMA user_version = 1")


def downgrade() -> None:
    op.execute("DROP TABLE IF EXISTS listing_words")
    for table in ("drafts", "listing", "head", "files", "attachments", "acts", "documents", "entries", "counters", "series"):
        op.drop_table(table)
