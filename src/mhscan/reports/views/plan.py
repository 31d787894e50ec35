"""The plan of a subject in a view: the actions with what became of them, and what is aimed at."""

from dataclasses import dataclass

from mhscan.plans.model import Status
from mhscan.reports.views.advice import ActionView
from mhscan.reports.views.described import Described


@dataclass(frozen=True)
class PlannedView(Described):
    """An action with what became of it."""

    action: ActionView
    """The action, with the reasons for its place; its owner is the role that the pack proposes."""
    status: Status
    """What became of it: todo, doing, done or dropped."""
    status_words: str
    """The same, in words."""
    owner: str
    """The role that does it: as agreed in the plan, else as the pack proposes; may be empty."""
    owner_agreed: str
    """The id of the role that was agreed; empty where none was."""
    due: str
    """By when it should be done as agreed, YYYY-MM-DD; empty where no date was agreed."""
    proposed_due: str
    """By when the term or the moment of the action ends, from the date of the assessment; may be empty."""
    due_words: str
    """The agreed date in words, else the proposed one, named so; empty where there is neither."""
    first: tuple[str, ...]
    """What has to be done or found out first."""
    for_target: bool
    """Whether it lies on the shortest way to a target."""
    remark: str
    """How the plan and the answers go together where that is not plain; else empty."""
    note: str
    """The note in the plan; in internal reports only."""
    revision: int
    """The number of its state in the plan, from 1; 0 for what is not in the plan."""


@dataclass(frozen=True)
class TargetView(Described):
    """What is aimed at."""

    id: str
    """The id of a factor, or the full id of an indicator."""
    title: str
    """What it is called."""
    level: int
    """The level to reach."""
    words: str
    """The target as a sentence, with its date."""


@dataclass(frozen=True)
class PlanView(Described):
    """The plan of a subject: what is still to be done in the order of the advice, and what is settled."""

    targets: tuple[TargetView, ...]
    """What is aimed at."""
    target_words: tuple[str, ...]
    """How far it is to the targets, in sentences; empty without targets."""
    quick_wins: tuple[PlannedView, ...]
    """The first actions that take little effort and are done soon."""
    key_actions: tuple[PlannedView, ...]
    """The first of the other actions."""
    more_actions: tuple[PlannedView, ...]
    """All further actions that are to be done."""
    settled: tuple[PlannedView, ...]
    """The actions that are done, or were given up."""
    progress: tuple[str, ...]
    """How many actions are in each status, as sentences; empty where nothing is planned yet."""

    @property
    def open(self) -> tuple[PlannedView, ...]:
        """All actions that are still to be done."""
        return (*self.quick_wins, *self.key_actions, *self.more_actions)

    @property
    def actions(self) -> tuple[PlannedView, ...]:
        """All actions."""
        return (*self.open, *self.settled)
