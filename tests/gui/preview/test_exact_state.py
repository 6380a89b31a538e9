"""What is shown in the place of the exact pages, case by case."""

from __future__ import annotations

import pytest

from app.domain.errors import Sentence
from app.gui.preview.exact_state import BROKEN, MAKING, RENEWING, STARTING, ExactState, Stage

REASON = Sentence("There is no office program.")
WARMED = ExactState().asking(warm=False).warmed()
ASKED = ExactState().asking(warm=True)
SHOWN = ASKED.arrived(1, b"one")


@pytest.mark.parametrize(
    ("state", "stage", "pdf", "notice", "may_retry"),
    [
        pytest.param(ExactState(), Stage.EMPTY, None, None, False, id="at first"),
        pytest.param(ExactState().asking(warm=False), Stage.STARTING, None, STARTING, False, id="starting"),
        pytest.param(WARMED, Stage.CONVERTING, None, MAKING, False, id="started"),
        pytest.param(ASKED, Stage.CONVERTING, None, MAKING, False, id="first pages asked for"),
        pytest.param(SHOWN, Stage.PAGES, b"one", None, False, id="pages"),
        pytest.param(SHOWN.warmed(), Stage.PAGES, b"one", None, False, id="warm anyway"),
        pytest.param(SHOWN.asking(warm=True), Stage.CONVERTING, b"one", RENEWING, False, id="renewing"),
        pytest.param(
            SHOWN.asking(warm=True).asking(warm=True).arrived(2, b"two"),
            Stage.CONVERTING, b"two", RENEWING, False, id="pages of an older wish",
        ),
        pytest.param(
            SHOWN.asking(warm=True).failing(2, ValueError()), Stage.FAILED, b"one", BROKEN, True, id="failed"
        ),
        pytest.param(
            SHOWN.asking(warm=True).failing(1, ValueError()),
            Stage.CONVERTING, b"one", RENEWING, False, id="an older wish failed",
        ),
        pytest.param(ExactState().without(REASON), Stage.UNAVAILABLE, None, REASON, False, id="no program"),
        pytest.param(SHOWN.emptied(), Stage.EMPTY, None, None, False, id="another letter"),
    ],
)  # fmt: skip
def test_what_is_shown(
    state: ExactState, stage: Stage, pdf: bytes | None, notice: Sentence | None, may_retry: bool
) -> None:
    assert (state.stage, state.pdf, state.notice, state.may_retry) == (stage, pdf, notice, may_retry)
