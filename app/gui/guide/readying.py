"""Makes the first new letter quick: what it needs is read and compiled before anybody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.flow.fields import in_words
from app.gui.guide.beginning import Beginning, begun
from app.gui.guide.pages import PAGES
from app.gui.late import fetched

if TYPE_CHECKING:
    from app.bootstrap import Bench, Office
    from app.i18n.catalogues import Catalogue


def ready(bench: Bench, office: Office, texts: Catalogue) -> None:
    """Put the letter one would begin into words and pages; only the compiled template is kept."""
    letter = begun(office, Beginning()).letter
    office.composer.words(letter)
    bench.desk.pages(letter, called=in_words(texts.text))
    fetched(next(iter(PAGES.values())))
