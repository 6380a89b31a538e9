"""The space between paragraphs."""

from __future__ import annotations

from app.gui.preview.leaves import Stack


def gap_between(above: Stack | None, below: Stack, *, adds: bool) -> int:
    """Give the space between two stacks: the larger of theirs, or both where these add up."""
    if above is None:
        return below.before
    alike = above.style == below.style
    after = 0 if alike and above.close_to_alike else above.after
    before = 0 if alike and below.close_to_alike else below.before
    return after + before if adds else max(after, before)
