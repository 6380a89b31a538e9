"""Runs the revisions on the connection that ``db.migrating`` hands over."""

from alembic import context

from db.models import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
)
context.run_migrations()
