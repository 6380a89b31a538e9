"""What can be wrong with a template, with the values of a letter, or with the place it is written to."""

from __future__ import annotations

from typing import ClassVar

from app.domain.errors import N_, ChanceryError


class TemplateProblem(ChanceryError):
    """A Word template cannot be used as it is."""


class NotAPackage(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” is not a Word document (.docx). "
        "Open it in Word and save it as “Word Document (.docx)”."
    )


class DamagedPackage(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” is damaged: {reason}. "
        "Take a fresh copy, or open it in Word and save it again."
    )


class TooLarge(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” is refused because it unpacks to far more than a letter needs: {reason}. "
        "Remove large pictures and embedded files, or take a template from a source you trust."
    )


class EncryptedMember(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” is protected by a password (part {part}). "
        "Save it in Word without a password."
    )


class UnsafeMemberName(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” holds a part with the unsafe name {part}. "
        "Open it in Word and save it again, or take a template from a source you trust."
    )


class DuplicateMember(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” holds the part {part} twice. Open it in Word and save it again."
    )


class MissingPart(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” is no complete Word document: the part {part} is missing. "
        "Open it in Word and save it again."
    )


class WrongKind(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” is of the kind “{kind}”. "
        "Open it in Word and save it as “Word Document (.docx)”."
    )


class MacrosRefused(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” carries macros (part {part}). "
        "Save it in Word as “Word Document (.docx)”, which leaves the macros out."
    )


class DoctypeRefused(TemplateProblem):
    message: ClassVar[str] = N_(
        "The part {part} of the template “{template}” declares a DOCTYPE, which no Word document needs "
        "and which can pull in other files. Take a template from a source you trust."
    )


class MalformedPart(TemplateProblem):
    message: ClassVar[str] = N_(
        "The part {part} of the template “{template}” is not well-formed XML: {reason}. "
        "Open it in Word and save it again."
    )


class OutsideLink(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” fetches something from outside (part {part}, {kind}: {target}). "
        "A letter sends nothing anywhere: embed the picture or object, or remove the link, and save it again."
    )


class OutsideField(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” holds the field {field} in the part {part}, which runs or fetches "
        "something from outside. A letter sends nothing anywhere: delete the field (Alt+F9 shows it) "
        "and save it again."
    )


class BrokenTag(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” holds a tag that cannot be understood in the part {part}: {tag} "
        "({reason}). Correct the tag in Word and save it again."
    )


class UnfilledPlace(TemplateProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” holds the tag {tag} in the part {part}, where nothing is ever filled in. "
        "Move it to the text, a header, a footer, a footnote, or the title, subject, author or comments."
    )


class IllegalCharacterInTemplate(TemplateProblem):
    message: ClassVar[str] = N_(
        "The part {part} of the template “{template}” holds the invisible character {character}. "
        "Delete it in Word near “{near}” and save it again."
    )


class FillProblem(ChanceryError):
    """A template is sound, but this letter cannot be made with it."""


class PlaceMissing(FillProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” asks for “{place}” in the part {part}, and the letter has no such thing. "
        "Fill it in, or correct the name in the template."
    )


class PlaceEmpty(FillProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” asks for “{place}” in the part {part}, and it is empty. "
        "Fill it in, or put the place under a condition in the template."
    )


class IllegalCharacter(FillProblem):
    message: ClassVar[str] = N_(
        "The text of “{place}” holds the character {character}, which no Word document can hold safely. "
        "It usually comes from copying out of a PDF: delete it and type the words again."
    )


class ForbiddenExpression(FillProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” does something that templates may not do, in the part {part}: {reason}. "
        "Take it out of the template."
    )


class TemplateFailed(FillProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” could not be filled in the part {part}: {reason}. "
        "Compare its tags with the values of the letter."
    )


class BrokenResult(FillProblem):
    message: ClassVar[str] = N_(
        "Filling the part {part} of the template “{template}” gave a document that Word could not open: "
        "{reason}, near “{near}”. Most often a tag begins in one paragraph or cell and ends in another."
    )


class InsertionMisplaced(FillProblem):
    message: ClassVar[str] = N_(
        "The template “{template}” has no part {part}, which this letter needs. "
        "Add a list or a footnote to the template in Word, delete it again if you like, and save."
    )


class BrokenInsertion(FillProblem):
    message: ClassVar[str] = N_(
        "What was to be added to the part {part} of the template “{template}” is not well-formed: {reason}. "
        "Report this with the letter that showed it."
    )


class WriteProblem(ChanceryError):
    """A finished letter could not be written; nothing that was there before has changed."""


class AlreadyExists(WriteProblem):
    message: ClassVar[str] = N_(
        "The file {path} exists already and was left as it is. "
        "Choose another name, or say that it may be overwritten."
    )


class NoSpace(WriteProblem):
    message: ClassVar[str] = N_(
        "No space is left to write {path}. Free some space, or choose another folder."
    )


class NotPermitted(WriteProblem):
    message: ClassVar[str] = N_(
        "Writing {path} is not permitted. Close it where it is open, or choose another folder."
    )


class FolderMissing(WriteProblem):
    message: ClassVar[str] = N_("The folder of {path} does not exist. Make it, or choose another one.")


class NotWritten(WriteProblem):
    message: ClassVar[str] = N_(
        "The file {path} could not be written: {reason}. Choose another name or folder."
    )
