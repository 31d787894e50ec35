"""The files beside an assessment that name the same ids, its plan and its notes, carried over with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mhscan.answers.files import backup, write_again
from mhscan.answers.locks import locked
from mhscan.answers.model import Assessment
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.files import read_text
from mhscan.loading.paths import is_there
from mhscan.opening.plan import carried_lines
from mhscan.pack.pack import Pack
from mhscan.plans.migrator import CarriedPlan
from mhscan.plans.store import change_plan, plan_of, plan_path
from mhscan.text import neutral
from mhscan.ui.streams import out, talk


@dataclass(frozen=True)
class Companions:
    """Those of an assessment as it was in its file, with the pack it is carried over to, and its old one if at hand."""

    file: Path
    assessment: Assessment
    pack: Pack
    old: Pack | None

    def announce(self) -> None:
        """Say what becomes of the plan and the notes; nothing where they stay as they are."""
        carried = self._plan()
        if carried is not None:
            out("".join(f"{line}\n" for line in carried_lines(self._plan_path(), carried)))
        _text, headings = self._notes()
        if headings:
            out(_("In {path}:").format(path=self._notes_path()) + "\n")
            out("".join(f"- # {neutral(old)} → # {neutral(new)}\n" for old, new in headings.items()))

    def carry_over(self) -> None:
        """Carry the plan and the notes over, each after a copy of the file as it was."""
        carried, goes_along = self._plan(), _("{path} goes along. The file as it was is kept too.")
        if carried is not None and carried.moved:
            change_plan(self.pack, self._with_version(), self._plan_path(), lambda plan: plan)
            talk(goes_along.format(path=self._plan_path()))
        path = self._notes_path()
        if self._notes()[1]:
            with locked(path):
                text, _headings = self._notes()
                backup(path, self.assessment.pack.version)
                write_again(path, text)
            talk(goes_along.format(path=path))

    def _with_version(self) -> Assessment:
        """The assessment with the version that it had in the file, which is that of a plan that does not say it."""
        return self.assessment.model_copy(update={"earlier": (*self.assessment.earlier, self.assessment.pack)})

    def _plan_path(self) -> Path:

        return plan_path(self.pack, self.file, self.assessment)

    def _plan(self) -> CarriedPlan | None:
        """The plan as it is called now; nothing where there is none that can be used."""
        if not is_there(self._plan_path()):
            return None
        try:
            return plan_of(self.pack, self._with_version(), self._plan_path())[1]
        except InputError as error:
            talk(_("The plan stays as it is. {why}").format(why=error.message))
            return None

    def _notes_path(self) -> Path:
        from mhscan.reports.notes import notes_path

        return notes_path(self.file)

    def _notes(self) -> tuple[str, dict[str, str]]:
        """The notes with the headings of now, and which of these are new; nothing where there are none."""
        from mhscan.reports.notes import carried_notes

        path = self._notes_path()
        text = read_text(path, str(path))[0] if is_there(path) else None
        return carried_notes(text, self.pack, self.old) if text is not None else ("", {})
