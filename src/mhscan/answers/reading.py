"""An assessment file to an `Assessment`, and how its answers fit a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from mhscan.answers.model import Answer, Assessment, PackRef
from mhscan.answers.names import called_now
from mhscan.base import SUBJECT, card_of
from mhscan.codes import problem
from mhscan.errors import InputError, Problem, Severity, sort_problems
from mhscan.errors import Path as DataPath
from mhscan.language import _, ngettext
from mhscan.loading.document import Document
from mhscan.loading.files import read_document
from mhscan.loading.kinds import kind_of, unknown_schema
from mhscan.loading.masking import quotable
from mhscan.loading.near import meant, suggest
from mhscan.loading.slips import Stray
from mhscan.loading.validation import to_model
from mhscan.pack.ladders import ladders_of
from mhscan.pack.pack import Pack, Place
from mhscan.pack.versions import numbers
from mhscan.questions.base import AnswerError, Value
from mhscan.questions.registry import Question

SCHEMA = "mhscan/assessment@1"


M = TypeVar("M", bound=BaseModel)


def parse_assessment(path: Path) -> tuple[Document, Assessment | None, list[Problem]]:
    """An assessment file with places, and all that is wrong with its form."""
    return parse_named(path, SCHEMA, Assessment)


def parse_named(path: Path, schema: str, model: type[M]) -> tuple[Document, M | None, list[Problem]]:
    """A file of one kind about a subject, with places, and all that is wrong with its form; a subject has a name."""
    document, problems = read_document(path)
    if document.data is None:
        return document, None, problems
    if kind_of(document) != schema:
        return document, None, [*problems, unknown_schema(document, [schema])]
    value, more = to_model(document, model)
    problems += more
    if value is not None and not str(document.data["subject"].get("name", "")):
        hint = _("Add a line 'name: ...' under 'subject:'.")
        problems.append(problem("MH101", _("the key 'name' is missing"), document.locate(("subject",)), hint))
    return document, None if problems else value, problems


def read_assessment(path: Path) -> tuple[Document, Assessment]:
    """An assessment file; raises as `read_named`."""
    return read_named(path, SCHEMA, Assessment)


def read_named(path: Path, schema: str, model: type[M]) -> tuple[Document, M]:
    """A file of one kind about a subject.

    Raises:
        InputError: it cannot be used; the error carries all problems.
    """
    document, value, problems = parse_named(path, schema, model)
    if value is None:
        raise cannot_use(path, problems)
    return document, value


def cannot_use(path: Path, problems: list[Problem], more: int = 0) -> InputError:
    """The error of a file with problems; there can be `more` than those that are told."""
    count = len(problems) + more
    message = ngettext(
        "{path} cannot be used: there is {n} error in it.",
        "{path} cannot be used: there are {n} errors in it.",
        count,
    )
    hint = _("Nothing in the file was changed.")
    if more:
        hint = f"{_('The first {n} are shown.').format(n=len(problems))} {hint}"
    return InputError(message.format(path=path, n=count), hint, tuple(sort_problems(problems)))


def pack_ref(pack: Pack) -> PackRef:
    """What an assessment keeps of the pack that it is made with."""
    return PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256)


def same_pack(pack: Pack, assessment: Assessment) -> bool:
    """Whether an assessment was made with exactly this pack."""
    return assessment.pack.id == pack.model.id and assessment.pack.sha256 == pack.sha256


def check_fit(pack: Pack, document: Document, assessment: Assessment) -> list[Problem]:
    """How an assessment does not fit a pack.

    What does not fit is an error if the assessment was made with this pack, else a warning: another version may well
    ask other things, and what still fits is used.
    """
    same = same_pack(pack, assessment)
    severity: Severity = "error" if same else "warning"
    found = [] if same else [_other_pack(pack, document, assessment)]
    if pack.questionnaire(assessment.questionnaire) is None:
        known = [one.id for one in pack.questionnaires]
        hint = meant(assessment.questionnaire, known)[0]
        message = _("the pack has no questionnaire '{id}'").format(id=assessment.questionnaire)
        found.append(problem("MH804", message, document.locate(("questionnaire",)), hint, severity=severity))
    keys = [*pack.context, *pack.places, *pack.observations, *pack.subject_fields, "respondent.role"]
    for key, answer in assessment.answers.items():
        found += (
            _answer_problems(pack, document, key, answer, severity)
            if key in keys
            else [_unknown_question(pack, document, key, keys, severity)]
        )
    found += _beside_facts(pack, document, assessment)
    found += _subject_problems(pack, document, assessment, severity)
    return found


def must_fit(pack: Pack, assessment: Assessment) -> None:
    """Refuse a pack that answers can never be looked at with, written for, or carried over to.

    Raises:
        InputError: they were given with another pack, or with a newer version of this one.
    """
    made, here = assessment.pack, pack.model
    if made.id != here.id:
        message = _("The answers were given with pack '{made}', not with '{here}'.")
        raise InputError(message.format(made=made.id, here=here.id), _("Name the right pack with --pack FOLDER."))
    if numbers(made.version) > numbers(here.version):
        message = _("The answers were given with version {made}; this is the older version {here}.")
        raise InputError(message.format(made=made.version, here=here.version), _("Use the newer version."))


def _other_pack(pack: Pack, document: Document, assessment: Assessment) -> Problem:
    made, here = assessment.pack, pack.model
    message = _("made with pack {made} {made_version}, read with {here} {here_version}").format(
        made=made.id, made_version=made.version, here=here.id, here_version=here.version
    )
    if (made.id, made.version) == (here.id, here.version):
        message = _("the content of pack {id} {version} has changed since; its number has not").format(
            id=here.id, version=here.version
        )
    hint = _("What still fits is used; the rest stays in the file. For the old result, name its own pack with --pack.")
    if made.id == here.id:
        hint += " " + _("To go on with this version: mhscan migrate FILE.")
    return problem("MH803", message, document.locate(("pack",)), hint)


def _unknown_question(pack: Pack, document: Document, key: str, known: list[str], severity: Severity) -> Problem:
    path, now = ("answers", key), called_now(pack, key)
    if now in known:
        return _renamed_question(document, path, now, severity)
    message = _("the pack has no question '{key}'").format(key=key)
    return problem("MH801", message, document.locate(path, at_key=True), suggest(key, known), severity=severity)


def _renamed_question(document: Document, path: DataPath, now: str, severity: Severity) -> Problem:
    message = _("the question '{key}' is called '{new}' now").format(key=path[-1], new=now)
    hint = _("Write '{new}' here, or carry the answers over with: mhscan migrate FILE.").format(new=now)
    return problem("MH808", message, document.locate(path, at_key=True), hint, severity=severity, suggestion=now)


def _answer_problems(pack: Pack, document: Document, key: str, answer: Answer, severity: Severity) -> Iterator[Problem]:
    path = ("answers", key)
    why = misfit(pack, key, answer)
    if why:
        aside = answer.state == "not_applicable"
        place = document.locate((*path, "state" if aside else "value"))
        hint = instead(pack, key) if aside else _better(pack, key, answer.value)
        yield problem("MH802", _quoted(why, answer.value, document), place, hint, severity=severity)
    elif answer.state == "not_applicable" and not answer.reason:
        hint = _("Add a line 'reason: ...'.")
        yield problem("MH802", _("'not applicable' needs a reason"), document.locate(path), hint, severity=severity)
    kinds = [carrier.id for carrier in pack.model.carriers]
    if answer.carried_by and answer.carried_by.kind not in kinds:
        message = _("'{value}' is not one of: {known}").format(value=answer.carried_by.kind, known=", ".join(kinds))
        yield problem("MH207", message, document.locate((*path, "carried_by", "kind")), severity=severity)


def _beside_facts(pack: Pack, document: Document, assessment: Assessment) -> Iterator[Problem]:
    """The levels that were given, and that do not count since the facts under them say otherwise."""
    for key, ladder in ladders_of(pack).items():
        level = assessment.value(key)
        known = {one: values[0] for one in ladder.keys if (values := _fitting(pack, assessment, one))}
        possible = ladder.levels({one: (value, None) for one, value in known.items()}, assessment.date)
        if known and level is not None and level not in possible:
            message = _("level {level} does not count: from the facts follows level {levels}")
            message = message.format(level=level, levels=_(" or ").join(map(str, possible)))
            hint = _("Take the value away here, or change the facts.")
            yield problem("MH818", message, document.locate(("answers", key, "value")), hint)


def _fitting(pack: Pack, assessment: Assessment, key: str) -> list[Value]:
    """The value of an observation, if there is one and it fits."""
    return pack.observations[key].question.fitting([assessment.value(key)])


def _better(pack: Pack, key: str, value: object) -> str:
    """What was probably meant by an answer that does not fit; empty where nobody can tell."""
    if not isinstance(value, str):
        return ""
    if re.fullmatch(r"-?[0-9]{1,15}|true|false", value):
        return _("Write {value} without quotes.").format(value=value)
    question = pack.asked_by_type(key)
    return suggest(value, [one.id for one in question.offered] if question else [])


def _quoted(message: str, value: object, document: Document) -> str:
    """A message about a value, without the value where that is free text."""
    text = str(value)
    return message.replace(text, quotable(text, document.text, document.file))


def cannot_be_set_aside(pack: Pack, key: str) -> str:
    """What is wrong with an answer that says that a question does not apply, where the pack does not allow that."""
    if key in pack.observations:
        return _("one fact cannot be set aside: it is so, it is not, or nobody knows")
    return _("this question always applies, so 'not applicable' is no answer to it")


def instead(pack: Pack, key: str) -> str:
    """What to answer where a question cannot be set aside."""
    if key in pack.observations:
        return _("Where nothing of this applies, say so at '{key}'.").format(key=card_of(key))
    return _("Choose an answer, or 'unknown' where nobody knows.")


def misfit(pack: Pack, key: str, answer: Answer) -> str:
    """Why an answer does not fit its question; empty if it does."""
    if answer.state == "not_applicable" and not pack.can_be_set_aside(key):
        return cannot_be_set_aside(pack, key)
    if answer.state != "answered":
        return "" if answer.value is None else _("only an answer with the state 'answered' has a value")
    if answer.value is None:
        observed = key in pack.places and pack.places[key].observations
        return "" if observed else _("the key '{key}' is missing").format(key="value")
    question = pack.asked_by_type(key)
    if question is not None and not key.startswith(SUBJECT):
        return refusal(question, answer.value)
    if key not in pack.places:
        return _("this stands under 'subject' or 'respondent', not among the answers")
    return _no_level(pack.places[key], answer.value)


def _no_level(place: Place, value: object) -> str:
    """Why a value is no level of an indicator; empty if it is one."""
    levels = [level.level for level in place.indicator.levels]
    if not isinstance(value, bool) and value in levels:
        return ""
    message = _("{value} is not a level of this indicator; its levels are {known}")
    return message.format(value=value, known=", ".join(map(str, levels)))


def _subject_problems(pack: Pack, document: Document, assessment: Assessment, severity: Severity) -> Iterator[Problem]:
    fields = {question.id: question for question in pack.model.subject.fields}
    for key, value in assessment.subject.items():
        path, now = ("subject", key), called_now(pack, SUBJECT + key).removeprefix(SUBJECT)
        if key == "name":
            continue
        if key in fields:
            why = refusal(fields[key], value)
            if why:
                yield problem("MH802", _quoted(why, value, document), document.locate(path), severity=severity)
        elif now in fields:
            yield _renamed_question(document, path, now, severity)
        else:
            yield Stray(document, path, ["name", *fields]).problem(severity=severity)


def refusal(question: Question, value: object) -> str:
    """Why a question does not take a value; empty if it does."""
    try:
        question.check(value)
    except AnswerError as error:
        return str(error)
    return ""
