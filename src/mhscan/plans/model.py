"""The plan of one subject: targets, and what became of actions. It outlives a single assessment, and a single pack.

Keys that this version does not know are kept, so that a newer version, or a person, can put more into the file.
"""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import ConfigDict, Field

from mhscan.base import Date, FullId, Id, Strict, Whole
from mhscan.pack.model import Version

Status: TypeAlias = Literal["todo", "doing", "done", "dropped"]
STATUSES: tuple[Status, ...] = ("todo", "doing", "done", "dropped")
"""What can become of an action: not begun, being done, done, or given up."""

TargetId = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)?$", max_length=121)]
"""What a target is for: the id of a factor, or the full id of an indicator."""


class Kept(Strict):
    """A model that keeps the keys that it does not know."""

    model_config = ConfigDict(extra="allow")

    @property
    def unknown(self) -> tuple[str, ...]:
        """The keys that this version does not know."""
        return tuple(self.model_extra or ())

    def data(self) -> dict[str, Any]:
        """What is known and given, under the keys of the file; then all that is kept, empty values too."""
        fields = type(self).model_fields.items()
        known = {field.alias or name: getattr(self, name) for name, field in fields if getattr(self, name) is not None}
        return {**known, **(self.model_extra or {})}


class Target(Kept):
    """Each indicator of a factor, or one indicator, at least at a level, by a date."""

    level: Whole
    by: Date | None = None


class ActionState(Kept):
    """What became of an action.

    `title` has its words when it came into the plan, `since` the day on which it got its status. `note` is for
    internal use. `changes` counts how often it was changed since, so that a calendar can tell what is newer.
    """

    title: str | None = None
    status: Status = "todo"
    since: Date | None = None
    owner: Id | None = None
    due: Date | None = None
    note: str | None = None
    changes: int | None = Field(None, ge=0, le=1_000_000)

    @property
    def revision(self) -> int:
        """The number of this state of the action in the plan, from 1."""
        return 1 + (self.changes or 0)

    def after(self, before: "ActionState") -> "ActionState":
        """This state as one that comes after another; a note that changed is nobody else's concern, so not counted."""
        same = all(getattr(self, key) == getattr(before, key) for key in ("title", "status", "owner", "due"))
        return self if same else self.model_copy(update={"changes": before.revision})


class Plan(Kept):
    """The whole of a plan file; `pack` and `version` name the pack that the ids of targets and actions belong to."""

    schema_: Literal["mhscan/plan@1"] = Field(alias="schema")
    subject: dict[Id, Any]
    pack: Id
    version: Version | None = None
    targets: dict[TargetId, Target] = Field(default_factory=dict)
    actions: dict[FullId, ActionState] = Field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the subject is called."""
        return str(self.subject.get("name", ""))

    def state(self, action: str) -> ActionState:
        """What became of an action; one that the plan does not have is still to do."""
        return self.actions.get(action, ActionState())

    def with_action(self, action: str, state: ActionState) -> "Plan":
        """The plan with what became of an action."""
        before = self.actions.get(action)
        return self.model_copy(update={"actions": {**self.actions, action: state.after(before) if before else state}})

    def with_targets(self, targets: dict[str, Target]) -> "Plan":
        """The plan with these targets, and no others."""
        return self.model_copy(update={"targets": targets})


def new_plan(pack: str, subject: dict[str, str], version: str | None = None) -> Plan:
    """A plan with nothing in it yet, for a pack in a version."""
    return Plan(schema_="mhscan/plan@1", pack=pack, version=version, subject=dict(subject))
