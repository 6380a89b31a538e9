"""How a letter stands, what its tag says, and what can be done with it next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from app.domain.errors import N_
from app.domain.searching import EntryStatus

SOON: Final = timedelta(days=14)


class Standing(StrEnum):
    """How far a letter has come, drafts and reserved numbers among them."""

    DRAFT = "draft"
    RESERVED = "reserved"
    REGISTERED = "registered"
    SIGNED = "signed"
    SENT = "sent"
    ANSWERED = "answered"
    VOID = "void"


STANDING_OF: Final[Mapping[EntryStatus, Standing]] = {
    EntryStatus.REGISTERED: Standing.REGISTERED,
    EntryStatus.SIGNED: Standing.SIGNED,
    EntryStatus.DISPATCHED: Standing.SENT,
    EntryStatus.ANSWERED: Standing.ANSWERED,
    EntryStatus.VOID: Standing.VOID,
}
STATUS_OF: Final[Mapping[Standing, EntryStatus]] = {one: status for status, one in STANDING_OF.items()}
STANDING_NAMES: Final[Mapping[Standing, str]] = {
    Standing.DRAFT: N_("Draft"),
    Standing.RESERVED: N_("Reserved"),
    Standing.REGISTERED: N_("Registered"),
    Standing.SIGNED: N_("Signed"),
    Standing.SENT: N_("Sent"),
    Standing.ANSWERED: N_("Answered"),
    Standing.VOID: N_("Void"),
}
_AWAITING: Final = (Standing.REGISTERED, Standing.SIGNED, Standing.SENT)


class Waiting(StrEnum):
    """How long a letter may still wait for its reply."""

    NO = "no"
    SOON = "soon"
    OVERDUE = "overdue"


def waiting_of(standing: Standing, due: date | None, today: date) -> Waiting:
    """Say whether a reply is overdue, or due within two weeks to a letter that was sent."""
    if due is None or standing not in _AWAITING:
        return Waiting.NO
    if due < today:
        return Waiting.OVERDUE
    return Waiting.SOON if standing is Standing.SENT and due - today <= SOON else Waiting.NO


class Step(StrEnum):
    """What can be done with a letter."""

    GO_ON = "go_on"
    WRITE = "write"
    SIGN = "sign"
    DISPATCH = "dispatch"
    SCAN = "scan"
    REPLY = "reply"
    FOLLOW_UP = "follow_up"
    CORRECT = "correct"
    ANEW = "anew"
    OTHERS = "others"
    OPEN = "open"
    EXPORT = "export"
    ATTACH = "attach"
    VOID = "void"
    DELETE = "delete"
    RESERVE = "reserve"


STEP_NAMES: Final[Mapping[Step, str]] = {
    Step.GO_ON: N_("Go on writing"),
    Step.WRITE: N_("Write the letter"),
    Step.SIGN: N_("Record signing"),
    Step.DISPATCH: N_("Record dispatch"),
    Step.SCAN: N_("Attach the signed scan"),
    Step.REPLY: N_("Record reply"),
    Step.FOLLOW_UP: N_("Follow up"),
    Step.CORRECT: N_("Write a correction"),
    Step.ANEW: N_("New letter from this one"),
    Step.OTHERS: N_("Same letter to other recipients"),
    Step.OPEN: N_("Open the document"),
    Step.EXPORT: N_("Save the document as"),
    Step.ATTACH: N_("Attach a file"),
    Step.VOID: N_("Make this number void"),
    Step.DELETE: N_("Put into the bin"),
    Step.RESERVE: N_("Reserve a number"),
}
_S = Step
_NEXT: Final[Mapping[Standing, tuple[Step, ...]]] = {
    Standing.DRAFT: (_S.GO_ON,),
    Standing.RESERVED: (_S.WRITE,),
    Standing.REGISTERED: (_S.DISPATCH, _S.SCAN),
    Standing.SIGNED: (_S.DISPATCH, _S.SCAN),
    Standing.SENT: (_S.REPLY, _S.FOLLOW_UP),
    Standing.ANSWERED: (_S.FOLLOW_UP,),
    Standing.VOID: (_S.ANEW,),
}
_ALWAYS: Final = (_S.OPEN, _S.EXPORT, _S.ATTACH, _S.ANEW, _S.OTHERS)
_MORE: Final[Mapping[Standing, tuple[Step, ...]]] = {
    Standing.DRAFT: (_S.ANEW, _S.OTHERS, _S.DELETE),
    Standing.RESERVED: (_S.VOID,),
    Standing.REGISTERED: (*_ALWAYS, _S.SIGN, _S.REPLY, _S.FOLLOW_UP, _S.CORRECT, _S.VOID),
    Standing.SIGNED: (*_ALWAYS, _S.REPLY, _S.FOLLOW_UP, _S.CORRECT, _S.VOID),
    Standing.SENT: (*_ALWAYS, _S.SIGN, _S.DISPATCH, _S.SCAN, _S.CORRECT, _S.VOID),
    Standing.ANSWERED: (*_ALWAYS, _S.SIGN, _S.DISPATCH, _S.SCAN, _S.REPLY, _S.CORRECT, _S.VOID),
    Standing.VOID: (_S.OPEN, _S.EXPORT, _S.ATTACH, _S.OTHERS),
}


def next_steps(standing: Standing, waiting: Waiting = Waiting.NO) -> tuple[Step, ...]:
    """Give what is to be done next, the one thing that matters most first."""
    steps = _NEXT[standing]
    if standing is Standing.SENT and waiting is Waiting.OVERDUE:
        return steps[::-1]
    return steps


def other_steps(standing: Standing) -> tuple[Step, ...]:
    """Give what else can be done."""
    return _MORE[standing]
