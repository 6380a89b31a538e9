"""Which pictures are taken, in the order in which they are taken on each workspace."""

from __future__ import annotations

from typing import Final

from app.flow.naming import Step
from app.gui.guide.beginning import Beginning
from app.gui.theme import ThemeChoice
from tests.shots.acting import asking_for_the_number, at_step, at_the_newest_letter, finding, registering
from tests.shots.taking import Shot
from tests.shots.workspaces import a_letter_on_its_way, nothing

_DARK: Final = ThemeChoice.DARK
_DRAFT: Final = 1  # the key of the protest letter, the first draft of its workspace


def _guide(name: str, step: Step, theme: ThemeChoice = ThemeChoice.LIGHT) -> Shot:
    return Shot(
        name=name, room="guide", subject=_DRAFT, act=at_step(step), theme=theme, fill=a_letter_on_its_way
    )


ALBUM: Final = (
    Shot(name="welcome", room="welcome", fill=nothing),
    Shot(name="letters-empty", room="letters", fill=nothing),
    Shot(name="letters", room="letters", act=at_the_newest_letter),
    Shot(name="letters-dark", room="letters", act=at_the_newest_letter, theme=_DARK),
    Shot(name="finding", room="letters", act=finding("khark")),
    Shot(name="cases", room="cases", subject="sample-case-kharkova"),
    Shot(name="recipients", room="recipients", subject="sample-person-nazarbayev"),
    Shot(name="law", room="law"),
    Shot(name="templates", room="templates"),
    Shot(name="settings", room="settings"),
    Shot(name="settings-numbers", room="settings", subject="numbers"),
    Shot(name="letters-mirrored", room="letters", act=at_the_newest_letter, language="ar"),
    *(_guide(f"guide-{at}-{step}", step) for at, step in enumerate(Step, start=1)),
    _guide("guide-dark", Step.TEXT, _DARK),
    Shot(
        name="guide-gaps",
        room="guide",
        subject=Beginning(),
        act=at_step(Step.REVIEW),
        fill=a_letter_on_its_way,
    ),
    Shot(
        name="guide-number",
        room="guide",
        subject=_DRAFT,
        act=asking_for_the_number,
        fill=a_letter_on_its_way,
    ),
    Shot(name="guide-done", room="guide", subject=_DRAFT, act=registering, fill=a_letter_on_its_way),
)
