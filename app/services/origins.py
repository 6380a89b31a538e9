"""What the data of a letter were taken from: recipient, case and sender in the directories."""

from __future__ import annotations

from datetime import datetime
from functools import cache

import pydantic

from app.domain.directory import Origins
from app.services.ports import UnitOfWork


def note_origins(work: UnitOfWork, draft: int, origins: Origins | None, now: datetime) -> None:
    """Keep what a draft was made from; whoever is new there counts as used now."""
    if origins is None or origins == (known := origins_of(work, draft)):
        return
    work.origins.put(draft, case=origins.case, origins=_written(origins))
    work.records.mark_used([key for key in origins.keys if key not in known.keys], now)


def origins_of(work: UnitOfWork, draft: int) -> Origins:
    """Give what a draft was made from, nothing where nobody said it."""
    said = work.origins.get(draft)
    return _adapter().validate_json(said) if said else Origins()


@cache
def _adapter() -> pydantic.TypeAdapter[Origins]:
    return pydantic.TypeAdapter(Origins)


def _written(origins: Origins) -> str:
    return _adapter().dump_json(origins, exclude_defaults=True).decode("utf-8")
