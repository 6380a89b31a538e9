"""Directories of recipients, cases and senders, their files, and what letters took from them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "records",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("deleted_at", sa.String(length=32), nullable=True),
        sa.Column("used_at", sa.String(length=32), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_records")),
    )
    op.create_index(op.f("ix_records_used_at"), "records", ["used_at"], unique=False)
    op.create_index(op.f("ix_records_revision"), "records", ["revision"], unique=False)
    op.create_table(
        "record_links",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["records.key"], name=op.f("fk_record_links_source_records")),
        sa.PrimaryKeyConstraint("source", "target", name=op.f("pk_record_links")),
    )
    op.create_index(op.f("ix_record_links_target"), "record_links", ["target"], unique=False)
    op.create_table(
        "stored_files",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.Column("added_at", sa.String(length=32), nullable=False),
        sa.Column("deleted_at", sa.String(length=32), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["records.key"], name=op.f("fk_stored_files_owner_records")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_stored_files")),
    )
    op.create_index(op.f("ix_stored_files_owner"), "stored_files", ["owner"], unique=False)
    op.create_table(
        "draft_origins",
        sa.Column("draft", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("case_key", sa.Text(), nullable=False),
        sa.Column("origins", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft"], ["drafts.key"], name=op.f("fk_draft_origins_draft_drafts"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("draft", name=op.f("pk_draft_origins")),
    )
    op.create_index(op.f("ix_draft_origins_case_key"), "draft_origins", ["case_key"], unique=False)


def downgrade() -> None:
    for table in ("draft_origins", "stored_files", "record_links", "records"):
        op.drop_table(table)
