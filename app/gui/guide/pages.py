"""Which page shows which step; a page's module is imported when it is first entered."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from app.flow.naming import Step
from app.gui.guide.page import StepPage

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.presenter import GuidePresenter

PAGES: Final[Mapping[Step, str]] = {
    Step.KIND: "app.gui.guide.kind:KindPage",
    Step.RECIPIENTS: "app.gui.guide.recipients:RecipientsPage",
    Step.CASE: "app.gui.guide.case:CasePage",
    Step.LAW: "app.gui.guide.steps.law:LawPage",
    Step.TEXT: "app.gui.guide.steps.text:TextPage",
    Step.SIGNING: "app.gui.guide.steps.signing:SigningPage",
    Step.REVIEW: "app.gui.guide.steps.review:ReviewPage",
}


def page_for(step: Step, desktop: Desktop, guide: GuidePresenter) -> StepPage:
    """Make the page of a step; an empty one for a step that is not built yet."""
    module, _, name = PAGES[step].partition(":")
    if find_spec(module) is None:
        return StepPage(desktop, guide)
    made: StepPage = getattr(import_module(module), name)(desktop, guide)
    return made
