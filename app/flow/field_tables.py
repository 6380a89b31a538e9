"""The names of all places of a letter, step by step.

A row is what people call the place and, where a wording can miss it, the
sentence that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.errors import N_

Row = tuple[str] | tuple[str, str]
BLOCKS: Final = "blocks."

KIND: Final[Mapping[str, Row]] = {
    "type": (N_("Kind of letter"),),
    "language": (N_("Language"),),
    "title": (N_("Title in the register"),),
    "template": (N_("Template"),),
    "versions": (N_("Versions in other languages"),),
    "authentic_language": (N_("Language that counts"),),
    "earlier": (N_("Earlier letter"), N_("The earlier letter that this one follows is missing.")),
    "earlier.number": (
        N_("Number of the earlier letter"),
        N_("The number of the earlier letter is missing."),
    ),
    "earlier.date": (N_("Date of the earlier letter"), N_("The date of the earlier letter is missing.")),
    "earlier.subject": (
        N_("Subject of the earlier letter"),
        N_("The subject of the earlier letter is missing."),
    ),
    "earlier.answered": (N_("Was it answered?"),),
    "sender": (N_("Sender"), N_("No sender is chosen yet.")),
    "sender.organisation": (N_("Name of the sender"), N_("The name of the sender is missing.")),
    "sender.short_name": (N_("Short name of the sender"), N_("The sender's short name is missing.")),
    "sender.letterhead": (N_("Letterhead"), N_("The sender's letterhead is missing.")),
    "sender.picture": (
        N_("Picture of the letterhead"),
        N_("The sender's letterhead has no picture."),
    ),
    "sender.footer": (N_("Foot of the page"), N_("The foot of the sender's page is missing.")),
    "sender.figures": (N_("Figures of the sender"), N_("The sender's figures are missing.")),
    "sender.figures.members": (N_("Members"), N_("How many members the sender has is missing.")),
    "sender.figures.organisations": (
        N_("Organisations"),
        N_("How many organisations the sender has is missing."),
    ),
    "sender.figures.countries": (
        N_("Countries"),
        N_("In how many countries the sender is present is missing."),
    ),
    "sender.figures.as_of": (
        N_("Figures as of"),
        N_("On which day the sender's figures were true is missing."),
    ),
}
RECIPIENTS: Final[Mapping[str, Row]] = {
    "recipients": (N_("Recipients"), N_("No recipient is chosen yet.")),
    "recipients.honorific": (N_("Honorific"), N_("The recipient's honorific is missing.")),
    "recipients.name": (N_("Name of the recipient"), N_("The recipient's name is missing.")),
    "recipients.name_line": (N_("Name of the recipient"), N_("The recipient's name is missing.")),
    "recipients.printed": (N_("Name as printed"), N_("The recipient's printed name is missing.")),
    "recipients.sort_name": (N_("Name for sorting"), N_("The recipient's name for sorting is missing.")),
    "recipients.lines": (N_("Name and office"), N_("The recipient has neither name nor office.")),
    "recipients.offices": (N_("Office"), N_("The recipient's office is missing.")),
    "recipients.organisation": (N_("Institution"), N_("The recipient's institution is missing.")),
    "recipients.state": (N_("State of the recipient"), N_("The recipient's State is missing.")),
    "recipients.gender": (N_("Form of address"),),
    "recipients.address": (N_("Postal address"), N_("The recipient's postal address is missing.")),
    "recipients.address_language": (N_("Language of the address"),),
    "recipients.phone": (N_("Telephone"), N_("The recipient's telephone number is missing.")),
    "recipients.fax": (N_("Fax"), N_("The recipient's fax number is missing.")),
    "recipients.email": (N_("E-mail"), N_("The recipient's e-mail address is missing.")),
    "recipients.via": (N_("Delivered through"), N_("The delivery route to the recipient is missing.")),
    "recipients.salutation": (N_("Salutation"), N_("The salutation is missing.")),
    "recipients.vocative": (N_("Address in mid-letter"), N_("The address in mid-letter is missing.")),
    "recipients.closing": (N_("Closing formula"), N_("The closing formula is missing.")),
    "forward_to": (N_("To be forwarded to"), N_("The person to forward the letter to is missing.")),
}
CASE: Final[Mapping[str, Row]] = {
    "case": (N_("Case"), N_("No case is chosen yet.")),
    "case.title": (N_("Title of the case"), N_("The title of the case is missing.")),
    "case.event": (N_("What happened"), N_("What happened, as a phrase, is missing.")),
    "case.subject": (
        N_("What the letter concerns"),
        N_("What the letter concerns, as a phrase, is missing."),
    ),
    "case.person": (N_("Person concerned"), N_("The person concerned is missing.")),
    "case.person.name": (N_("Name of the person"), N_("The name of the person concerned is missing.")),
    "case.person.role": (N_("Role of the person"), N_("The role of the person concerned is missing.")),
    "case.organisation": (N_("Organisation concerned"), N_("The organisation concerned is missing.")),
    "case.state": (N_("State of the case"), N_("The State of the case is missing.")),
    "case.rights": (N_("Rights"), N_("The rights that were violated are missing.")),
    "case.facts": (N_("Facts"), N_("No fact is ticked yet.")),
    "case.facts.text": (N_("Text of a fact"), N_("A fact has no text.")),
    "case.facts.date": (N_("Date of a fact"), N_("A fact has no date.")),
    "case.facts.when": (N_("Date of a fact"), N_("A fact has no date.")),
    "case.facts.actor": (N_("Who did it"), N_("A fact does not say who did it.")),
    "case.facts.place": (N_("Where it happened"), N_("A fact does not say where it happened.")),
    "case.facts.source": (N_("Source"),),
    "case.facts.confidence": (N_("How sure it is"),),
    "case.facts.confidential": (N_("Confidential"),),
    "case.concern": (N_("Specific concern"), N_("The specific concern, as a phrase, is missing.")),
    "case.general_concern": (N_("General concern"), N_("The general concern, as a phrase, is missing.")),
    "case.interim_measures": (
        N_("Interim measures"),
        N_("What the interim measures should ensure is missing."),
    ),
    "case.references": (N_("References of others"), N_("A reference of the case is missing.")),
    "subject": (N_("Subject line"), N_("The subject line is missing.")),
    "state": (N_("State addressed"), N_("The State addressed is missing.")),
    "state.code": (N_("Code of the State"), N_("The code of the State is missing.")),
    "state.name": (N_("Name of the State"), N_("The name of the State is missing.")),
    "state.formal_name": (N_("Official name of the State"), N_("The official name of the State is missing.")),
    "state.adjective": (
        N_("Adjective of the State"),
        N_("The adjective of the State, as in “the Kazakh court”, is missing."),
    ),
    "state.with_article": (
        N_("The State with its article"),
        N_("The name of the State with its article, as in “le Kazakhstan”, is missing."),
    ),
    "state.of": (
        N_("The State after “of”"),
        N_("The name of the State after “of”, as in “du Kazakhstan” or “Казахстана”, is missing."),
    ),
    "state.to": (
        N_("The State after “to”"),
        N_("The name of the State after “to”, as in “Казахстану”, is missing."),
    ),
    "state.within": (
        N_("The State after “in”"),
        N_("The name of the State after “in”, as in “au Kazakhstan” or “в Казахстане”, is missing."),
    ),
    "state.by": (
        N_("The State after “by”"),
        N_("The name of the State after “by”, as in “Казахстаном”, is missing."),
    ),
    "state.formal_of": (
        N_("The official name after “of”"),
        N_("The official name of the State after “of” is missing."),
    ),
    "state.formal_to": (
        N_("The official name after “to”"),
        N_("The official name of the State after “to” is missing."),
    ),
}
LAW: Final[Mapping[str, Row]] = {
    "citations": (N_("Legal references"), N_("No legal reference is chosen yet.")),
    "citations.treaty": (N_("Treaty"), N_("A legal reference has no treaty.")),
    "citations.articles": (N_("Articles"), N_("A legal reference has no articles.")),
    "citations.articles.articles": (N_("Articles"), N_("A declaration is cited without articles.")),
    "citations.articles.says": (
        N_("What the articles say"),
        N_("What a declaration's articles say is missing."),
    ),
    "citations.symbol": (N_("Symbol"), N_("The symbol of a resolution or report is missing.")),
    "citations.right": (N_("Right"),),
    "citations.right_named": (
        N_("Right, as a phrase"),
        N_("The right that a treaty protects, as a phrase, is missing."),
    ),
    "citations.status": (N_("How the State is bound"), N_("How the State is bound by a treaty is missing.")),
    "citations.status_date": (N_("Since when"), N_("Since when the State is bound is missing.")),
    "citations.comment": (N_("Comment"), N_("The comment on a legal reference is missing.")),
    "citations.conventions": (N_("Conventions"), N_("A legal reference names no ILO convention.")),
    "citations.conventions.number": (N_("Number of the convention"), N_("An ILO convention has no number.")),
    "citations.conventions.articles": (N_("Articles"), N_("An ILO convention is cited without articles.")),
    "citations.conventions.status_date": (N_("Since when"), N_("Since when the State is bound is missing.")),
    "citations.numbers": (N_("Numbers of the conventions"), N_("An ILO convention has no number.")),
    "citations.body": (N_("Body"), N_("The body that adopted a resolution is missing.")),
    "citations.body_short": (
        N_("Short name of the body"),
        N_("The short name of a resolution's body is missing."),
    ),
    "citations.quotation": (N_("Quotation"), N_("The quotation of a legal reference is missing.")),
    "citations.paragraph": (N_("Paragraph"), N_("The paragraph of a quotation is missing.")),
    "citations.title": (N_("Title"), N_("A legal reference has no title.")),
    "citations.also_known_as": (N_("Also known as"), N_("The usual name of a declaration is missing.")),
    "citations.lead_in": (N_("Lead-in"), N_("The lead-in to a report is missing.")),
    "citations.status_year": (N_("Since which year"),),
    "citations.conventions.status_year": (N_("Since which year"),),
    "citations.still_binds": (N_("What binds a State that has not ratified"),),
    "citations.committee": (N_("Committee"), N_("The committee that made a general comment is missing.")),
    "citations.case": (N_("Case"), N_("The case of a supervisory body is missing.")),
    "citations.report": (N_("Report"), N_("The report of a supervisory body is missing.")),
    "citations.as_of": (N_("As it stood on"), N_("On which day a national law stood so is missing.")),
    "citations.says": (N_("What it says"), N_("What a national law says is missing.")),
}
TEXT: Final[Mapping[str, Row]] = {
    "blocks": (N_("Text"),),
    "questions": (N_("Questions"), N_("There is no question yet.")),
    "demands": (N_("Demands"), N_("There is no demand yet.")),
}
SIGNING: Final[Mapping[str, Row]] = {
    "number": (N_("Number"),),
    "number_sign": (N_("Sign before the number"),),
    "series": (N_("Number series"),),
    "reference": (N_("Reference"), N_("The reference that others assign is missing.")),
    "place": (N_("Place of writing"), N_("The place of writing is missing.")),
    "date": (N_("Date"), N_("The date of the letter is missing.")),
    "mandates": (N_("Mandates"), N_("No mandate is chosen yet.")),
    "mandates.title": (N_("Title of a mandate"), N_("A mandate has no title.")),
    "mandates.resolution": (N_("Resolution of a mandate"), N_("The resolution of a mandate is missing.")),
    "signatories": (N_("Signatories"), N_("Nobody signs the letter yet.")),
    "signatories.heading": (N_("Heading of the signatories"), N_("A group of signatories has no heading.")),
    "signatories.columns": (N_("Columns"),),
    "signatories.people": (N_("Signatories"), N_("Nobody signs the letter yet.")),
    "signatories.people.name": (N_("Name of a signatory"), N_("The name of a signatory is missing.")),
    "signatories.people.capacities": (N_("Capacities"), N_("The capacity of a signatory is missing.")),
    "signatories.people.organisation": (
        N_("Organisation of a signatory"),
        N_("A signatory has neither name nor organisation."),
    ),
    "signatories.people.in_text": (
        N_("Capacity as it runs in a sentence"),
        N_("The first signatory's capacity, as it runs in a sentence, is missing."),
    ),
    "signatories.people.witness": (
        N_("What the signatory is a witness as"),
        N_("What the first signatory is a witness as is missing."),
    ),
    "disclaimer": (N_("Disclaimer"), N_("The disclaimer is missing.")),
    "copies": (N_("Copies"), N_("Nobody receives a copy yet.")),
    "copies.name": (N_("Name on a copy"), N_("A copy has no name.")),
    "copies.office": (N_("Office on a copy"), N_("The office of somebody who receives a copy is missing.")),
    "copies.address": (
        N_("Address of a copy"),
        N_("The address of somebody who receives a copy is missing."),
    ),
    "enclosures": (N_("Enclosures"), N_("There is no enclosure yet.")),
    "deadline": (N_("Time for a reply"), N_("The time for a reply is missing.")),
    "deadline.days": (N_("Days for a reply"), N_("In how many days a reply is expected is missing.")),
    "deadline.day": (N_("Day of the reply"), N_("By which day a reply is expected is missing.")),
    "deadline.words": (N_("Time for a reply in words"), N_("The time for a reply, in words, is missing.")),
    "publication": (N_("Publication"), N_("Whether the letter is published is missing.")),
    "publication.days": (
        N_("Days before publication"),
        N_("After how many days the letter is published is missing."),
    ),
    "publication.place": (N_("Place of publication"), N_("Where the letter is published is missing.")),
}
