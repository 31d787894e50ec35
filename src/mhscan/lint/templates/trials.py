"""Answers made from a pack alone, to render its templates with: none, those in the middle, and all with everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mhscan.advice.result import evaluate
from mhscan.answers.model import Answer, Assessment, CarriedBy, Evidence, Finished, PackRef, Respondent
from mhscan.pack.pack import Pack
from mhscan.plans.model import Plan
from mhscan.reports.build import build_view
from mhscan.reports.views.report import ReportView

Trials = tuple[ReportView, ReportView, ReportView]
"""The views of minimal, typical and maximal answers."""
DATE = "2026-01-01"
DRAWS = 10
"""How often other weights are drawn: enough to have something to show."""


def views(pack: Pack) -> Trials | None:
    """The views of minimal, typical and maximal answers; nothing where all questionnaires are for partners."""
    own = [one for one in pack.questionnaires if one.perspective == "own"]
    if not own:
        return None
    asked = max(own, key=lambda one: len(one.asks())).id
    drawn = pack.model.robustness.model_copy(update={"draws": DRAWS})
    quick = replace(pack, model=pack.model.model_copy(update={"robustness": drawn}))
    minimal, typical, maximal = (_assessment(quick, asked, size) for size in range(3))
    plan = Plan(schema_="mhscan/plan@1", subject=dict(maximal.subject), pack=pack.model.id)
    return (
        build_view(evaluate(quick, minimal), with_robustness=False),
        build_view(evaluate(quick, typical), with_robustness=True),
        build_view(evaluate(quick, maximal), "internal", plan, with_robustness=False),
    )


def _assessment(pack: Pack, questionnaire: str, size: int) -> Assessment:
    """An assessment in which little (0), something (1) or everything (2) is filled in."""
    model = pack.model
    fields = {one.id: value for one in model.subject.fields for value in one.examples()[:1]} if size else {}
    return Assessment(
        schema_="mhscan/assessment@1",
        id="trial",
        subject={"name": model.subject.singular, **fields},
        date=DATE,
        pack=PackRef(id=model.id, version=model.version, sha256=pack.sha256),
        questionnaire=questionnaire,
        status="final" if size == 2 else "draft",
        finished=Finished(date=DATE, agreed=tuple(one.id for one in model.roles)) if size == 2 else None,
        respondent=Respondent(id="trial", role=model.roles[0].id if size and model.roles else None),
        answers=dict(_answers(pack, size)) if size else {},
    )


def _answers(pack: Pack, size: int) -> Iterator[tuple[str, Answer]]:
    for key, question in pack.context.items():
        values = question.examples()
        if values:
            yield key, Answer(state="answered", value=values[-1 if size == 2 else len(values) // 2])
    carriers = pack.model.carriers if size == 2 else ()
    carried = CarriedBy(kind=carriers[0].id, name=carriers[0].label) if carriers else None
    evidence = (Evidence(title="-", date=DATE, place="-"),) if size == 2 else ()
    for key, place in pack.places.items():
        levels = sorted(level.level for level in place.indicator.levels)
        value = levels[-1 if size == 2 else len(levels) // 2]
        note = "-" if size == 2 else None
        yield key, Answer(state="answered", value=value, carried_by=carried, evidence=evidence, note=note)
