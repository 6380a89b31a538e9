"""A bin for drafts, and the office's own phrases."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEPT = "key, title, letter, created_at, changed_at, registered"


def make_drafts_anew(*more: "sa.Column[str]") -> None:
    """Make the table again with columns more or fewer, as if it had been so from the beginning."""
    op.rename_table("drafts", "drafts_before")
    op.create_table(
        "drafts",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=32), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("registered", sa.Integer(), nullable=True),
        *more,
        sa.ForeignKeyConstraint(
            ["registered"], ["entries.sequence"], name=op.f("fk_drafts_registered_entries")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_drafts")),
        sa.UniqueConstraint("registered", name=op.f("uq_drafts_registered")),
    )
    op.execute(f"INSERT INTO drafts ({KEPT}) SELECT {KEPT} FROM drafts_before")
    op.drop_table("drafts_before")


def upgrade() -> None:
    make_drafts_anew(sa.Column("binned_at", sa.String(length=32), nullable=True))
    op.create_table(
        "phrases",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("types", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_phrases")),
    )


def downgrade() -> None:
    op.drop_table("phrases")
    make_drafts_anew()
