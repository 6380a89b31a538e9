"""Languages: texts by explicit language, dates and lists as a language writes them.

May import domain. Never sees Qt, SQLAlchemy or docx, and keeps no current
language: the screen holds one, each letter another.
"""
