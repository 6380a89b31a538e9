"""Entries of directories that are complete as they stand; a test overrides the one thing it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.case_files import CaseFact, CaseFile, CaseTexts, FactTexts, PersonConcerned, PersonTexts
from app.domain.cases import Confidence, Right
from app.domain.directory import (
    Contact,
    DeliveryRoute,
    Forms,
    Gender,
    Institution,
    Office,
    OfficeKind,
    Person,
    Tenure,
)
from app.domain.senders import SenderProfile, SenderTexts, SignatoryRecord, SignatoryTexts


def some_forms(language: str = "en", **said: Any) -> Forms:
    """Give the forms of one language."""
    return Forms(language=language, **said)


def an_institution(**changes: Any) -> Institution:
    """Give a ministry with an address in two languages."""
    whole = Institution(
        key="ministry",
        state="GEO",
        forms=(
            some_forms(name="Ministry of Labour", address=("2 Tsereteli st.", "Tbilisi")),
            some_forms("ka", name="შრომის სამინისტრო", address=("წერეთლის 2", "თბილისი")),
        ),
        contact=Contact(phone="+995 1", email="post@example.org", route=DeliveryRoute.EMAIL),
    )
    return replace(whole, **changes)


def an_office(**changes: Any) -> Office:
    """Give the office of a minister."""
    whole = Office(
        key="minister",
        kind=OfficeKind.MINISTER,
        state="GEO",
        institution="ministry",
        forms=(some_forms(name="Minister of Labour of Georgia"),),
    )
    return replace(whole, **changes)


def a_person(*tenures: Tenure, **changes: Any) -> Person:
    """Give a woman who holds the minister's office since 2016, unless other times are given."""
    whole = Person(
        key="nino",
        gender=Gender.FEMALE,
        state="GEO",
        forms=(some_forms(name="Nino Abashidze", sort_name="Abashidze, Nino"),),
        tenures=tenures or (Tenure(office="minister", since="2016"),),
    )
    return replace(whole, **changes)


def a_case_fact(text: str = "the court closed the union.", **changes: Any) -> CaseFact:
    """Give a dated fact with its source."""
    whole = CaseFact(
        date="2017-01-04",
        texts=(FactTexts(language="en", text=text, actor="court", place="Gori"),),
        source="a lawyer",
    )
    return replace(whole, **changes)


def a_case_file(*facts: CaseFact, **changes: Any) -> CaseFile:
    """Give a case in English and French with two facts and a risk."""
    whole = CaseFile(
        key="bakers",
        texts=(
            CaseTexts(
                language="en",
                title="Closure of the bakers’ union",
                event="the closure",
                organisation="Union of Bakers",
            ),
            CaseTexts(language="fr", title="Fermeture du syndicat des boulangers"),
        ),
        people=(
            PersonConcerned(
                texts=(PersonTexts(language="en", name="Ana Gelashvili", role="president of the union"),),
                aliases=("Анна Гелашвили",),
            ),
        ),
        state="GEO",
        rights=(Right.ASSOCIATION,),
        facts=facts
        or (
            a_case_fact("more unions face closure.", date="", confidence=Confidence.RISK),
            a_case_fact(),
            a_case_fact("the ministry filed a case.", date="2016-12"),
        ),
    )
    return replace(whole, **changes)


def a_profile(**changes: Any) -> SenderProfile:
    """Give a federation with one signatory."""
    whole = SenderProfile(
        key="federation",
        texts=(
            SenderTexts(
                language="en",
                organisation="Federation of Bakers",
                letterhead=("Federation of Bakers",),
                address=("1 Bread st.",),
                members="12 000",
            ),
            SenderTexts(language="ka", organisation="მცხობელთა ფედერაცია"),
        ),
        signatories=("ana",),
        languages=("en", "ka"),
    )
    return replace(whole, **changes)


def a_signatory_record(**changes: Any) -> SignatoryRecord:
    """Give somebody who signs in two languages."""
    whole = SignatoryRecord(
        key="ana",
        texts=(
            SignatoryTexts(
                language="en", name="Ana Gelashvili", capacities=("President",), witness="a baker"
            ),
            SignatoryTexts(language="ka", name="ანა გელაშვილი", capacities=("პრეზიდენტი",)),
        ),
    )
    return replace(whole, **changes)
