"""Every text of the window can be read, in both themes."""

from __future__ import annotations

import pytest

from app.gui.tokens import DARK, LIGHT, READ_ON, Tokens, contrast


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("over", "under"), READ_ON, ids=str)
def test_a_text_can_be_read_on_its_ground(tokens: Tokens, over: str, under: str) -> None:
    colours = tokens.named()
    assert contrast(colours[over], colours[under]) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["canvas", "surface", "rail", "desk", "weak"])
def test_the_ring_of_the_focus_can_be_seen(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.accent, tokens.named()[ground]) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
