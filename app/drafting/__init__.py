"""Letters become documents: wording, composition, WordprocessingML, templates.

May import domain and i18n. Never sees Qt or SQLAlchemy; nothing in here reads
a global language.
"""
