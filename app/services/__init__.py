"""Use cases: one verb, one transaction.

May import domain, drafting and i18n. Never sees Qt, SQLAlchemy or ``db``;
storage comes in through ``ports``.
"""
