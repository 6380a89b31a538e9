"""Which page shows which step; a page's module is imported when it is first entered."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

from app.flow.naming import Step

if TYPE_CHECKING:
    from app.gui.desktop import Desktop
    from app.gui.guide.page import StepPage
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
    """Make the page of a step."""
    module, _, name = PAGES[step].partition(":")
    made: StepPage = getattr(import_module(module), name)(desktop, guide)
    return made
