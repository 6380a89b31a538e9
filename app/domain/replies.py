"""When the reply to a registered letter is due, as the letter itself said it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from app.domain.letter_rules import LETTER_RULES
from app.domain.letters import BlockKind, LetterType
from app.domain.register import Entry


def reply_due(entry: Entry) -> date | None:
    """Give the day by which a registered letter asked for a reply, if it named one.

    Days count from the letter's date. What its type proposes counts only where
    the letter said so in a paragraph; a deadline in words is no day, and what
    nobody can read is none either.
    """
    try:
        return _due(entry, json.loads(entry.snapshot))
    except ValueError:
        return None


def _due(entry: Entry, said: dict[str, Any]) -> date | None:
    deadline: dict[str, Any] = said.get("letter", {}).get("deadline", {})
    if deadline.get("day"):
        return date.fromisoformat(deadline["day"])
    days = deadline.get("days", 0)
    if not deadline and any(block.get("kind") == BlockKind.DEADLINE for block in said.get("blocks", ())):
        days = _proposed(entry.letter_type)
    return _later(entry.letter_date or entry.registered_on, days)


def _proposed(letter_type: str) -> int:
    return LETTER_RULES[LetterType(letter_type)].reply_days if letter_type in set(LetterType) else 0


def _later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days) if days > 0 else None
    except OverflowError:
        return None
