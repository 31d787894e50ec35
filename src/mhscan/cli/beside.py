"""What lies beside an assessment and names the same ids: its plan and its notes, carried over with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.answers.files import backup, write_again
from mhscan.answers.locks import locked
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.paths import is_there
from mhscan.opening.plan import carried_lines
from mhscan.text import neutral
from mhscan.ui.streams import out, talk

if TYPE_CHECKING:
    from mhscan.answers.model import Assessment
    from mhscan.pack.pack import Pack
    from mhscan.plans.migrator import CarriedPlan


@dataclass(frozen=True)
class Beside:
    """An assessment as it was in its file, the pack it is carried over to, and its old pack if that is at hand."""

    file: Path
    assessment: Assessment
    pack: Pack
    old: Pack | None


def say_beside(one: Beside) -> None:
    """Say what becomes of the plan and the notes; nothing where they stay as they are."""
    carried = _plan(one)
    if carried is not None:
        out("".join(f"{line}\n" for line in carried_lines(_plan_path(one), carried)))
    _text, headings = _notes(one)
    if headings:
        out(_("In {path}:").format(path=_notes_path(one)) + "\n")
        out("".join(f"- # {neutral(old)} → # {neutral(new)}\n" for old, new in headings.items()))


def carry_beside(one: Beside) -> None:
    """Carry the plan and the notes over, each after a copy of the file as it was."""
    carried = _plan(one)
    if carried is not None and carried.moved:
        from mhscan.plans.store import change_plan

        change_plan(one.pack, _with_version(one), _plan_path(one), lambda plan: plan)
        talk(_("{path} goes along. The file as it was is kept too.").format(path=_plan_path(one)))
    path = _notes_path(one)
    if _notes(one)[1]:
        with locked(path):
            text, _headings = _notes(one)
            backup(path, one.assessment.pack.version)
            write_again(path, text)
        talk(_("{path} goes along. The file as it was is kept too.").format(path=path))


def _with_version(one: Beside) -> Assessment:
    """The assessment with the version that it had in the file, which is that of a plan that does not say it."""
    return one.assessment.model_copy(update={"earlier": (*one.assessment.earlier, one.assessment.pack)})


def _plan_path(one: Beside) -> Path:
    from mhscan.plans.store import plan_path

    return plan_path(one.pack, one.file, one.assessment)


def _plan(one: Beside) -> CarriedPlan | None:
    """The plan beside the assessment as it is called now; nothing where there is none that can be used."""
    from mhscan.plans.store import plan_of

    if not is_there(_plan_path(one)):
        return None
    try:
        return plan_of(one.pack, _with_version(one), _plan_path(one))[1]
    except InputError as error:
        talk(_("The plan stays as it is. {why}").format(why=error.message))
        return None


def _notes_path(one: Beside) -> Path:
    from mhscan.reports.notes import notes_path

    return notes_path(one.file)


def _notes(one: Beside) -> tuple[str, dict[str, str]]:
    """The notes beside the assessment with the headings of now, and which these are; nothing where there are none."""
    from mhscan.loading.files import read_text
    from mhscan.reports.notes import carried_notes

    path = _notes_path(one)
    text = read_text(path, str(path))[0] if is_there(path) else None
    return carried_notes(text, one.pack, one.old) if text is not None else ("", {})
