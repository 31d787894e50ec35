"""`mhscan assess`: the interview."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mhscan.cli.common import ask_line, check_or_warn, choose, pack_folder, timestamp, today
from mhscan.cli.options import PackOption
from mhscan.errors import ExitCode, InputError, Interrupted, UsageError
from mhscan.interview.face import EndOfInput
from mhscan.language import _, ngettext
from mhscan.loading.paths import is_there
from mhscan.text import neutral, slug
from mhscan.ui.streams import at_keyboard, has_colour, out, talk

if TYPE_CHECKING:
    from mhscan.answers.store import Store
    from mhscan.interview.engine import Interview
    from mhscan.interview.face import Face
    from mhscan.pack.pack import Pack
    from mhscan.pack.questionnaire import Questionnaire

SUFFIX = ".yaml"


def assess(
    file: Annotated[
        Path | None,
        typer.Argument(metavar=_("FILE"), help=_("The assessment; made if it does not exist."), show_default=False),
    ] = None,
    questionnaire: Annotated[
        str,
        typer.Option(
            "--questionnaire",
            "-q",
            metavar="ID",
            help=_("Which questionnaire; else the one in the file, or the longest."),
            show_default=False,
        ),
    ] = "",
    name: Annotated[
        str, typer.Option("--name", metavar=_("NAME"), help=_("What the subject is called."), show_default=False)
    ] = "",
    role: Annotated[
        str, typer.Option("--role", metavar=_("ROLE"), help=_("The role in which you answer."), show_default=False)
    ] = "",
    factor: Annotated[
        str,
        typer.Option("--factor", metavar=_("FACTOR"), help=_("Only the questions of this factor."), show_default=False),
    ] = "",
    pack: PackOption = None,
) -> int:
    """Answer the questions one by one; every answer is saved at once."""
    from mhscan.checks.validate import load_pack

    folder = pack_folder(pack)
    used = load_pack(folder)
    if factor:
        choose(_("factor"), factor, [one.id for one in used.factors])
    if role:
        choose(_("role"), role, [one.id for one in used.model.roles])
    try:
        path = file or _new_file(name)
        opened = _existing(path, used) if is_there(path) else _new(path, used, questionnaire, name)
        with opened as store:
            return _interview(store, used, folder, questionnaire, role, factor)
    except EndOfInput:
        ended = Interrupted if at_keyboard() else UsageError
        raise ended(_("There is no name, so there is nothing to save."), _("Add --name NAME.")) from None


def _new_file(name: str) -> Path:
    """The file for a new assessment, after the name of the subject; an existing one is gone on with."""
    return Path(slug(name or ask_line(_("Name of the file to keep the answers in"))) + SUFFIX)


@contextmanager
def _existing(path: Path, pack: Pack) -> Iterator[Store]:
    """The store of a file; one of an older version is carried over first, visibly."""
    from mhscan.answers.migration import is_older
    from mhscan.answers.reading import read_assessment
    from mhscan.answers.store import open_store, refuse_final
    from mhscan.cli.migrate import offer

    document, assessment = read_assessment(path)
    refuse_final(path, assessment)
    older = is_older(pack, assessment)
    if not older:
        check_or_warn(path, pack, document, assessment)
    with open_store(path) as store:
        if older:
            offer(store, pack)
        yield store


def _new(path: Path, pack: Pack, wanted: str, name: str) -> AbstractContextManager[Store]:
    from mhscan.answers.model import Assessment, PackRef, Respondent
    from mhscan.answers.store import new_store

    questionnaire = _questionnaire(pack, wanted)
    called = neutral(name).strip()
    while not called:
        called = ask_line(pack.model.subject.name)
    assessment = Assessment(
        schema_="mhscan/assessment@1",
        id=str(uuid.uuid4()),
        subject={"name": called},
        date=today(),
        pack=PackRef(id=pack.model.id, version=pack.model.version, sha256=pack.sha256),
        questionnaire=questionnaire.id,
        respondent=Respondent(id=str(uuid.uuid4())),
    )
    return new_store(path, assessment)


def _questionnaire(pack: Pack, wanted: str) -> Questionnaire:
    """The questionnaire that was asked for; else the longest from the own perspective."""
    if wanted:
        choose(_("questionnaire"), wanted, [one.id for one in pack.questionnaires])
    own = [one for one in pack.questionnaires if one.id == wanted or (not wanted and one.perspective == "own")]
    return max(own or pack.questionnaires, key=lambda one: len(one.asks()))


def _interview(store: Store, pack: Pack, folder: Path, wanted: str, role: str, factor: str) -> int:
    from mhscan.answers.reading import refuse_foreign
    from mhscan.answers.store import with_given
    from mhscan.interview.dialog import Dialog, Ending
    from mhscan.interview.engine import Interview

    refuse_foreign(pack, store.assessment)
    questionnaire = _same_perspective(store, pack, wanted)
    interview = Interview(pack, questionnaire, factor or None)
    if not interview.steps:
        raise InputError(_("The questionnaire asks nothing about this factor."), _("Choose another questionnaire."))
    if role and role != store.assessment.respondent.role:
        store.update(lambda now: with_given(now, "respondent.role", role))
    _welcome(store, questionnaire, interview)
    try:
        ending = Dialog(interview, store, _face(), timestamp).run()
    except KeyboardInterrupt:
        talk()
        ending = Ending.STOPPED
        raise Interrupted(_saved(store), _go_on(store)) from None
    if ending is Ending.NO_MORE_INPUT and at_keyboard():
        raise Interrupted(_saved(store), _go_on(store))
    if ending is Ending.STOPPED or interview.open(store.assessment):
        _left(store, interview)
        return ExitCode.DONE
    _write_report(store, pack, folder)
    return ExitCode.DONE


def _same_perspective(store: Store, pack: Pack, wanted: str) -> Questionnaire:
    """The questionnaire to go on with; another one than before is kept in the file.

    Raises:
        InputError: it has another perspective, so its answers cannot stand in the same file.
    """
    present = pack.questionnaire(store.assessment.questionnaire)
    questionnaire = _questionnaire(pack, wanted or (present.id if present else ""))
    if present is not None and present.perspective != questionnaire.perspective:
        message = _("The answers in {path} were given from another perspective than '{title}' asks for.")
        raise InputError(message.format(path=store.path, title=questionnaire.title), _("Use another file for it."))
    if store.assessment.questionnaire != questionnaire.id:
        store.update(lambda now: now.model_copy(update={"questionnaire": questionnaire.id}))
    return questionnaire


def _face() -> Face:
    import sys

    from mhscan.ui.lines import LineFace

    if at_keyboard() and has_colour(sys.stderr):
        from mhscan.ui.terminal import TerminalFace

        return TerminalFace()
    return LineFace()


def _welcome(store: Store, questionnaire: Questionnaire, interview: Interview) -> None:
    """Say what this is, where it is kept and how to stop; once a file has answers, where it goes on."""
    assessment = store.assessment
    talk(f"{questionnaire.title}: {assessment.name}")
    left, total = len(interview.open(assessment)), len(interview.visible(assessment))
    if left == total:
        minutes = ngettext("This takes about {n} minute.", "This takes about {n} minutes.", questionnaire.minutes)
        talk(questionnaire.text or minutes.format(n=questionnaire.minutes))
    else:
        talk(_("You go on where you stopped: {left} of {total} questions are open.").format(left=left, total=total))
    talk(_("Every answer is saved at once in {path}.").format(path=store.path))


def _saved(store: Store) -> str:
    return _("Stopped. All answers are saved in {path}.").format(path=store.path)


def _go_on(store: Store) -> str:
    return _("Go on with: mhscan assess {path}").format(path=_quoted(store.path))


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)


def _left(store: Store, interview: Interview) -> None:
    left = interview.open(store.assessment)
    talk()
    talk(_saved(store))
    if left:
        said = ngettext(
            "{n} question is open; the next is: {title}", "{n} questions are open; the next is: {title}", len(left)
        )
        following = interview.start(store.assessment) or left[0]
        talk(said.format(n=len(left), title=following.title))
    talk(_go_on(store))


def _write_report(store: Store, pack: Pack, folder: Path) -> None:
    """Write the report, and say where it is."""
    from mhscan.cli.first_report import first_report

    path = first_report(store, pack, folder)
    talk()
    talk(_("The report is ready. Open it in a browser:"))
    out(f"{path}\n")
    talk(_("Change an answer with: mhscan assess {path}").format(path=_quoted(store.path)))
