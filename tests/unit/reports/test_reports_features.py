"""No document says anything of what a pack does not have: tried by taking one thing at a time out of a pack."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mhscan.plans.model import Plan
from mhscan.reports.blank import blank_view
from mhscan.reports.build import build_plan, build_view
from mhscan.reports.formats.documents import registry
from mhscan.reports.formats.registry import render
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.ui.plan import plan_text
from mhscan.ui.scores import scores_text

FOLDERS = TemplateFolders(Path(__file__).resolve().parents[2] / "packs" / "harbour")
WORDS = {
    "phases": r"\bphases?\b",
    "total": r"\btotal\b",
    "profile": r"\bax[ei]s\b|\bfields?\b",
    "sources": r"\bsources?\b|\bresearch\b|\bours?\b|\bstatements?\b",
    "rules": r"\bpoints? to watch\b|put side by side",
    "efforts": r"\beffort\b|more effort",
    "quick": r"\bquick wins?\b|done soon",
    "terms": r"\bterm\b|\bend date\b|done within",
    "owners": r"\bwho starts\b|\bowner\b",
    "roles": r"\brole\b",
    "carriers": r"\barranged\b",
    "aspects": r"\bthe parts of a factor\b",
}
"""What a document says of each thing that a pack can have."""
ALWAYS = re.compile(
    r"points to watch came out|letter to the council|fill in: [^\]]*|an owner and an end date for each action", re.I
)
"""Places to fill in name what whoever fills them in decides."""


def pack_without(build, gone):
    """A pack with one of everything but for what is gone."""
    has = WORDS.keys() - {gone}
    effort = {"effort": "little"} if {"efforts", "quick"} <= has or "efforts" in has else {}
    term = {"term": "soon"} if "terms" in has else {}
    owner = {"owner": "boss"} if {"owners", "roles"} <= has else {}
    action = build.action("raise", 4, **effort, **term, **owner)
    sources = {"sources": ["C1"]} if "sources" in has else {}
    phases = {"x", "y"} if "phases" in has else set()
    aspects = [{"id": "a", "title": "First"}, {"id": "b", "title": "Second"}][: 2 if "aspects" in has else 1]

    def factor(name, phase):
        one = build.indicator(f"{name}-one", actions=[action | {"id": f"{name}-raise"}], **sources)
        two = build.indicator(f"{name}-two") | {"aspect": aspects[-1]["id"]}
        return build.factor(name, one, two, aspects=aspects, **({"phase": phase} if phase in phases else {}))

    quick = {"quick": {"efforts": ["little"], "terms": ["soon"]}}
    rule = {"id": "r", "title": "Rule one", "when": {"indicator": "f.f-one", "at_most": 1}, "text": "It is low."}
    model = {
        "phases": [{"id": one, "title": one.upper()} for one in sorted(phases)],
        "aggregate": {"total": "total" in has},
        "profile": {"x": "x", "y": "y", "split": 50, "fields": []} if {"profile", "phases"} <= has else None,
        "rules": [rule] if "rules" in has else [],
        "efforts": [{"id": "little", "label": "a bit", "size": 1}, {"id": "much", "label": "a lot", "size": 2}]
        if "efforts" in has
        else [],
        "terms": [{"id": "soon", "label": "at once", "size": 30}] if "terms" in has else [],
        "roles": [{"id": "boss", "label": "boss"}] if "roles" in has else [],
        "carriers": [{"id": "region", "label": "by the region", "ask": "Which?"}] if "carriers" in has else [],
        "modalities": [{"id": "must", "label": "must", "phrase": "The source says so.", "severity": "warning"}],
        "advice": {"low": 1, "enough": 3, **(quick if {"quick", "efforts", "terms"} <= has else {})},
    }
    source = build.claims(C1="must") if "sources" in has else None
    return build.pack(factor("f", "x"), factor("g", "y"), source=source, **model)


def everything(pack, judge):
    """All documents of a pack in every format, and what a terminal shows, as one text without marks."""
    answers = {"f.f-one": 0, "f.f-two": 3, "g.g-one": 1}
    result = judge(pack, answers)
    plan = Plan.model_validate({"schema": "mhscan/plan@1", "subject": {"name": "Testhaven"}, "pack": pack.model.id})
    known = registry(FOLDERS)
    texts = [
        scores_text(build_view(result, "internal", with_robustness=False)),
        plan_text(result, build_plan(result, plan)),
    ]
    for name, entry in known.entries.items():
        view = build_view(result) if entry.needs != "questionnaire" else blank_view(pack, pack.questionnaires[0])
        texts += [render(FOLDERS, view, known.view(name, "en"), one) for one in ("md", "html")]
    bare = re.sub(r"<style>.*?</style>|<!--.*?-->|<[^>]*>", " ", "\n".join(texts), flags=re.DOTALL)
    return ALWAYS.sub(" ", " ".join(bare.replace("\\", "").split()))


def test_a_pack_with_everything_says_each_of_these_so_that_its_absence_means_something(build, judge):
    text = everything(pack_without(build, ""), judge)
    assert [name for name, words in WORDS.items() if name != "carriers" and not re.search(words, text, re.I)] == []


@pytest.mark.parametrize("gone", WORDS)
def test_nothing_is_said_of_what_a_pack_does_not_have(build, judge, gone):
    text = everything(pack_without(build, gone), judge)
    found = [text[max(0, one.start() - 60) : one.end() + 40] for one in re.finditer(WORDS[gone], text, re.I)]
    assert found == []
