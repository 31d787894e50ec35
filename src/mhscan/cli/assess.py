"""`mhscan assess`: the interview."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Annotated

from mhscan.answers.files import write_atomic
from mhscan.answers.migration import is_older
from mhscan.answers.model import Assessment, PackRef, Respondent
from mhscan.answers.store import Store, new_store, open_store, refuse_final, with_given
from mhscan.cli.common import ask_line, choose, pick_questionnaire, timestamp, today
from mhscan.cli.options import PackOption, argument, option
from mhscan.cli.output import holds, may_write
from mhscan.cli.scans import ended, opened_pack, tell
from mhscan.errors import InputError, Interrupted, OutputError, UsageError
from mhscan.interview.dialog import Dialog, Ending
from mhscan.interview.engine import Interview
from mhscan.interview.face import EndOfInput, InterviewFace
from mhscan.language import _, ngettext
from mhscan.loading.document import Document
from mhscan.loading.pack_choice import PackUse
from mhscan.loading.paths import is_there
from mhscan.opening.finding import one_file
from mhscan.opening.scan import Scan, fitting, open_as_it_is
from mhscan.pack.pack import Pack
from mhscan.pack.questionnaire import Questionnaire
from mhscan.text import shell, slug
from mhscan.ui.streams import at_keyboard, has_colour, out, talk

NewFileArgument = Annotated[Path | None, argument(_("FILE"), _("The assessment; made if it does not exist."))]
LongestOption = Annotated[
    str, option("--questionnaire -q", "ID", _("Which questionnaire; else the one in the file, or the longest."))
]
NameOption = Annotated[str, option("--name", _("NAME"), _("What the subject is called."))]
RoleOption = Annotated[str, option("--role", _("ROLE"), _("The role in which you answer."))]
FactorOption = Annotated[str, option("--factor", _("FACTOR"), _("Only the questions of this factor."))]


def assess(
    file: NewFileArgument = None,
    questionnaire: LongestOption = "",
    name: NameOption = "",
    role: RoleOption = "",
    factor: FactorOption = "",
    pack: PackOption = None,
) -> int:
    """Answer the questions one by one; every answer is saved at once."""
    try:
        path = one_file(file) if file else _new_file(name)
        scan = _opened(path, pack) if is_there(path) else None
        used, use = (scan.pack, scan.use) if scan else opened_pack(pack)
        factor = choose(_("factor"), factor, {one.id: one.title for one in used.factors}) if factor else ""
        role = choose(_("role"), role, {one.id: one.label for one in used.model.roles}) if role else ""
        opened = _existing(scan) if scan else _new(path, used, questionnaire, name)
        with opened as store:
            _interview(store, used, use, questionnaire, role, factor)
        return ended(use)
    except EndOfInput:
        stopped = Interrupted if at_keyboard() else UsageError
        raise stopped(_("There is no name, so there is nothing to save."), _("Add --name NAME.")) from None


def _new_file(name: str) -> Path:
    """The file for a new assessment, after the name of the subject; an existing one is gone on with."""
    return Path(slug(name or ask_line(_("Name of the file to keep the answers in"), text=True)) + ".yaml")


def _opened(path: Path, named: Path | None) -> Scan:
    """The assessment in a file, to go on with."""
    scan = open_as_it_is(path, named)
    refuse_final(path, scan.original)
    if not is_older(scan.pack, scan.original):
        tell(fitting(scan).notices)
    return scan


@contextmanager
def _existing(scan: Scan) -> Iterator[Store]:
    """The store of a file; one of an older version is carried over first, visibly."""
    from mhscan.cli.migrate import offer

    with open_store(scan.file) as store:
        if is_older(scan.pack, store.assessment):
            offer(store, scan)
        yield store


def _new(path: Path, pack: Pack, wanted: str, name: str) -> AbstractContextManager[Store]:

    questionnaire = pick_questionnaire(pack, wanted)
    called = name.strip()
    while not called:
        called = ask_line(pack.model.subject.name, text=True)
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


def _interview(store: Store, pack: Pack, use: PackUse, wanted: str, role: str, factor: str) -> None:

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
        raise Interrupted(_saved(store), _go_on(store)) from None
    if ending is Ending.NO_MORE_INPUT and at_keyboard():
        raise Interrupted(_saved(store), _go_on(store))
    if ending is Ending.STOPPED or interview.open(store.assessment):
        _say_open(store, interview)
    else:
        _write_report(store, pack, use)


def _same_perspective(store: Store, pack: Pack, wanted: str) -> Questionnaire:
    """The questionnaire to go on with; another one than before is kept in the file."""
    present = pack.questionnaire(store.assessment.questionnaire)
    questionnaire = pick_questionnaire(pack, wanted or (present.id if present else ""))
    if present is not None and present.perspective != questionnaire.perspective:
        message = _("The answers in {path} were given from another perspective than '{title}' asks for.")
        raise InputError(message.format(path=store.path, title=questionnaire.title), _("Use another file for it."))
    if store.assessment.questionnaire != questionnaire.id:
        store.update(lambda now: now.model_copy(update={"questionnaire": questionnaire.id}))
    return questionnaire


def _face() -> InterviewFace:
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
    return _("Go on with: mhscan assess {path}").format(path=shell(store.path))


def _say_open(store: Store, interview: Interview) -> None:
    left = interview.open(store.assessment)
    talk()
    talk(_saved(store))
    if left:
        text = ngettext(
            "{n} question is open; the next is: {title}", "{n} questions are open; the next is: {title}", len(left)
        )
        following = interview.start(store.assessment) or left[0]
        talk(text.format(n=len(left), title=following.title))
    talk(_go_on(store))


def _write_report(store: Store, pack: Pack, use: PackUse) -> None:
    from mhscan.opening.document import DocumentOrder, document_set, make_document

    answers = store.assessment
    scan = Scan(store.path, Document(str(store.path)), answers, answers, pack, use.folder, use.origin)
    text, notices = make_document(scan, document_set(scan.folder), DocumentOrder())
    tell(notices)
    path = _free(store.path.with_name(f"{store.path.stem}-{_('report')}.html"), text)
    write_atomic(path, text.encode())
    talk()
    talk(_("The report is ready. Open it in a browser:"))
    out(f"{path}\n")
    talk(_("Change an answer with: mhscan assess {path}").format(path=shell(store.path)))


def _free(path: Path, text: str) -> Path:
    """The path, if it is free, holds this very report, or may be replaced; else the next one with a number."""
    if not is_there(path) or holds(path, text):
        return path
    if at_keyboard():
        with suppress(OutputError):
            may_write(path, force=False)
            return path
    numbered = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, 10_000))
    return next(free for free in numbered if not is_there(free) or holds(free, text))
