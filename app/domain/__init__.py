"""The words and rules of the trade: frozen values and pure rules.

May import nothing of ours. Never sees Qt, SQLAlchemy, docx, Jinja, Babel,
the clock or the disk; today's date comes in as an argument.
"""
