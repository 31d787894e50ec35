"""What several commands share: where the pack is, which one goes with an assessment, where output goes."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from mhscan.answers.archive import kept_folder
from mhscan.answers.migration import is_older, migrate
from mhscan.answers.model import Assessment
from mhscan.answers.reading import cannot_use, check_fit, read_assessment, same_pack
from mhscan.cli.packs import pack_of
from mhscan.dates import DateError, check_date, read_date
from mhscan.errors import InputError, UsageError
from mhscan.language import _
from mhscan.loading.files import is_folder
from mhscan.loading.shipped import shipped_pack
from mhscan.loading.yaml_reader import Document
from mhscan.pack.pack import Pack
from mhscan.pack.questionnaire import Questionnaire
from mhscan.text import folded, shell
from mhscan.ui.problems import problems_text
from mhscan.ui.streams import talk

SHOWN = 20
"""So many of what is possible are named in a hint; a longer list is no help."""


def now() -> dt.datetime:
    """The time, in the local zone; SOURCE_DATE_EPOCH fixes it.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is no time.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed:
        try:
            fixed_time = dt.datetime.fromtimestamp(int(fixed), dt.UTC)
            check_date(fixed_time.date().isoformat())
        except (ValueError, OverflowError, OSError):
            message = _("SOURCE_DATE_EPOCH is no time that can be used: {value}").format(value=fixed)
            raise UsageError(message, _("Give whole seconds since 1970, or leave it out.")) from None
        return fixed_time
    return dt.datetime.now().astimezone()


def today() -> str:
    """The date, as YYYY-MM-DD."""
    return now().date().isoformat()


def timestamp() -> str:
    """The time of an answer, to the second."""
    return now().isoformat(timespec="seconds")


def pack_folder(wanted: Path | None, file: Path | None = None) -> Path:
    """The folder of the pack to use: the one that was asked for, the one kept for an assessment, or the shipped one.

    Raises:
        InputError: the assessment cannot be read.
    """
    if wanted is not None:
        return wanted
    kept = kept_folder(file, read_assessment(file)[1]) if file is not None else None
    return kept or shipped_pack()


def author_folder(wanted: Path | None) -> Path:
    """The folder of the pack that somebody works on: the one that was named, else this one, else the shipped one."""
    here = Path()
    return wanted or (here if is_folder(here / "factors") else pack_folder(None))


def open_assessment(file: Path, wanted: Path | None) -> tuple[Pack, Assessment, Path]:
    """An assessment to look at, with the pack that goes with it, and the folder of that pack.

    The answers of an older version are carried over first, not in the file. Says so, and if they do not fit.

    Raises:
        InputError: the file or the pack cannot be used.
    """
    document, assessment = read_assessment(file)
    pack, folder = pack_of(file, assessment, wanted)
    carried = _carried(file, pack, assessment)
    if carried is None:
        check_or_warn(file, pack, document, assessment)
    return pack, carried or assessment, folder


def _carried(file: Path, pack: Pack, assessment: Assessment) -> Assessment | None:
    """The answers of an older version in this one; nothing where they are of this version, or there is no way."""
    if assessment.pack.version == pack.model.version or not is_older(pack, assessment):
        return None
    try:
        carried = migrate(pack, assessment).assessment
    except InputError:
        return None
    said = _("The answers in {path} are of version {made}; here they are carried over to {here}.")
    talk(said.format(path=file, made=assessment.pack.version, here=pack.model.version))
    talk(_("The file is as it was. See: mhscan migrate {path} --dry-run").format(path=shell(file)))
    return carried


def refuse_older(file: Path, pack: Pack, assessment: Assessment) -> None:
    """Refuse to put answers of this version into a file with answers of an older one.

    Raises:
        InputError: the file is of an older version.
    """
    if is_older(pack, assessment) and assessment.pack.version != pack.model.version:
        message = _("The answers in {path} are of version {made} of the pack; this is {here}.")
        hint = _("Carry them over first with: mhscan migrate {path}").format(path=shell(file))
        raise InputError(message.format(path=file, made=assessment.pack.version, here=pack.model.version), hint)


def open_own(file: Path, wanted: Path | None) -> tuple[Pack, Assessment]:
    """An assessment with the pack that goes with it, from the own perspective.

    Raises:
        InputError: the file or the pack cannot be used; or a partner gave the answers, which get no score.
    """
    pack, assessment, _folder = open_assessment(file, wanted)
    questionnaire = pack.questionnaire(assessment.questionnaire)
    if questionnaire is not None and questionnaire.perspective == "partner":
        message = _("{path} has the answers of a partner. They get no score and no actions.").format(path=file)
        raise InputError(message, _("Name the assessment of the subject itself."))
    return pack, assessment


def parse_level(pack: Pack, text: str) -> tuple[str, int]:
    """The id and the level in a text `ID=LEVEL`, of a factor or an indicator.

    Raises:
        InputError: the pack has no such id, or it cannot reach that level.
    """
    from mhscan.plans.reading import target_problem

    key, _equals, raw = (part.strip() for part in text.partition("="))
    if not re.fullmatch(r"-?[0-9]{1,6}", raw):
        raise InputError(
            _("'{text}' is no target.").format(text=text), _("Write ID=LEVEL, with a whole number for the level.")
        )
    wrong = target_problem(pack, key, int(raw))
    if wrong is not None:
        raise InputError(f"{text}: {wrong[1]}.", wrong[2])
    return key, int(raw)


def parse_date(text: str) -> str | None:
    """A date as YYYY-MM-DD; nothing for an empty text.

    Raises:
        InputError: there is no such date, or it can be read in two ways.
    """
    try:
        return read_date(text) if text else None
    except DateError as error:
        raise InputError(str(error), _("Nothing is saved.")) from None


def check_or_warn(file: Path, pack: Pack, document: Document, assessment: Assessment) -> None:
    """Say how an assessment does not fit a pack.

    Raises:
        InputError: an answer is wrong, though it was given with this very pack.
    """
    problems = check_fit(pack, document, assessment)
    if any(one.severity == "error" for one in problems):
        raise cannot_use(file, problems)
    if problems:
        talk(problems_text(problems).rstrip("\n"))
    elif not same_pack(pack, assessment):  # pragma: no cover  check_fit always has a problem then
        talk(_("Another pack."))


def ask_line(prompt: str, text: bool = False) -> str:
    """A word, or a free text, from a person or as the next line of a pipe, without the spaces around it.

    Raises:
        EndOfInput: there is none.
        InputError: the line of a pipe is no text.
    """
    from mhscan.interview.face import Entry
    from mhscan.ui import lines

    return lines.ask_line(prompt, Entry(text=text)).strip()


def yes(prompt: str) -> bool:
    """Whether a person at the keyboard says yes."""
    from mhscan.interview.face import EndOfInput

    try:
        answer = ask_line(f"{prompt} [{_('yes')}/{_('no')}]").casefold()
    except EndOfInput:
        return False
    return bool(answer) and _("yes").startswith(answer)


def choose(name: str, wanted: str, known: Mapping[str, str] | Iterable[str]) -> str:
    """The id out of a list that a word stands for: the id itself, or the words that go with it where there are any.

    Raises:
        InputError: it is not in the list.
    """
    from mhscan.loading.shape import suggest

    words = dict(known) if isinstance(known, Mapping) else {one: one for one in known}
    ids = {folded(label): one for one, label in words.items()} | {folded(one): one for one in words}
    if folded(wanted) in ids:
        return ids[folded(wanted)]
    named = [one if folded(one) == folded(label) else f"{one} ({label})" for one, label in words.items()]
    listed = ", ".join([*named[:SHOWN], *(["..."] if len(named) > SHOWN else [])])
    hint = suggest(wanted, [*words]) or _("Possible here: {keys}.").format(keys=listed)
    raise InputError(_("There is no {name} '{wanted}'.").format(name=name, wanted=wanted), hint)


def pick_questionnaire(pack: Pack, wanted: str) -> Questionnaire:
    """The questionnaire with this id; where none is asked for, the longest that asks for the view of the subject.

    Raises:
        InputError: there is none with this id.
    """
    known = {one.id: one for one in pack.questionnaires}
    own = [one for one in known if known[one].perspective == "own"] or list(known)
    wanted = wanted or max(own, key=lambda one: len(known[one].asks()))
    return known[choose(_("questionnaire"), wanted, list(known))]
