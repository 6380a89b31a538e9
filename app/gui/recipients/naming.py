"""Words for what an address book knows: kinds of office, genders, routes, forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.addressing import Standing
from app.domain.directory import DeliveryRoute, Gender, OfficeKind
from app.domain.errors import N_
from app.gui.widgets.words import Mood

OFFICE_KINDS: Final[Mapping[OfficeKind, str]] = {
    OfficeKind.UNKNOWN: N_("Other office"),
    OfficeKind.HEAD_OF_STATE: N_("Head of State"),
    OfficeKind.HEAD_OF_GOVERNMENT: N_("Head of Government"),
    OfficeKind.MINISTER: N_("Minister"),
    OfficeKind.AMBASSADOR: N_("Ambassador"),
    OfficeKind.PERMANENT_REPRESENTATIVE: N_("Permanent representative"),
    OfficeKind.SPEAKER: N_("Speaker of parliament"),
    OfficeKind.JUDGE: N_("Judge"),
    OfficeKind.PROSECUTOR: N_("Prosecutor"),
    OfficeKind.UN_SECRETARY_GENERAL: N_("Secretary-General of the United Nations"),
    OfficeKind.ILO_DIRECTOR_GENERAL: N_("Director-General of the ILO"),
    OfficeKind.HIGH_COMMISSIONER: N_("High Commissioner"),
    OfficeKind.MONARCH: N_("Monarch"),
    OfficeKind.COMPANY_HEAD: N_("Head of a company"),
    OfficeKind.ORGANISATION: N_("Organisation as a whole"),
}
GENDERS: Final[Mapping[Gender, str]] = {
    Gender.UNKNOWN: N_("Not known"),
    Gender.FEMALE: N_("As a woman"),
    Gender.MALE: N_("As a man"),
}
ROUTES: Final[Mapping[DeliveryRoute, str]] = {
    DeliveryRoute.UNKNOWN: N_("Not known"),
    DeliveryRoute.POST: N_("By post"),
    DeliveryRoute.EMAIL: N_("By e-mail"),
    DeliveryRoute.FAX: N_("By fax"),
    DeliveryRoute.HAND: N_("By hand"),
    DeliveryRoute.MISSION: N_("Through the mission"),
    DeliveryRoute.ONLINE_FORM: N_("By an online form"),
}
FORMS: Final[Mapping[str, str]] = {
    "name": N_("Name"),
    "printed": N_("Name as printed"),
    "honorific": N_("Honorific"),
    "office": N_("Office"),
    "organisation": N_("Institution"),
    "salutation": N_("Salutation"),
    "vocative": N_("Address in mid-letter"),
    "closing": N_("Closing formula"),
    "address": N_("Postal address"),
}
STANDINGS: Final[Mapping[Standing, tuple[str, Mood]]] = {
    Standing.CONFIRMED: (N_("Confirmed"), Mood.OK),
    Standing.PROPOSED: (N_("Proposed"), Mood.WARN),
    Standing.BORROWED: (N_("From another language"), Mood.WARN),
    Standing.MISSING: (N_("Missing"), Mood.BAD),
}
