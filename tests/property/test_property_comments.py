"""A comment of a person survives every save, in whatever place of an assessment or a plan it stands, or it is named."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhscan.answers.comments import carry, comments_of
from mhscan.answers.model import Answer, Finished
from mhscan.answers.reading import read_assessment
from mhscan.answers.store import open_store
from mhscan.answers.writing import HEAD
from mhscan.loading.yaml_reader import read_yaml
from mhscan.plans.reading import read_plan
from mhscan.plans.store import plan_text

FLOW = (
    HEAD
    + """schema: mhscan/assessment@1
id: 6f0c
subject:
  name: Northport
  motto: 'two

    lines # no comment'
date: '2026-05-01'
pack:
  id: harbour
  version: 1.0.0
  sha256: '0'
earlier:
- id: harbour
  version: 0.9.0
  sha256: '1'
questionnaire: full
respondent:
  id: 6b1e
answers:
  safety.plan: {state: answered, value: 2, note: 'a # b', at: '2026-05-01T10:00:00+02:00'}
  safety.crew: {state: unknown, evidence: [{title: Plan}, {title: 'Minutes

        of May'}]}
archived:
  old.one:
    question: What was it?
    answer:
      state: answered
      value: 3
"""
)
BLOCK = """---
"schema": mhscan/assessment@1
id: "6f0c"
subject: {name: Northport,
  size: 4}
date: '2026-05-01'
pack: {id: harbour, version: 1.0.0, sha256: '0'}
questionnaire: full
respondent:
    id: 6b1e
answers:

  safety.plan:
    state: answered
    value: 2
    note: |
      first # no comment
        # nor this

      last
    evidence:
      - title: >-
          folded
          text
        date: '2026-01-01'
      - {title: "a \\
          b"}
  safety.crew: {
    state: unknown,
    reason: role
  }
  safety.ship:
    state: answered
    value: 'x'
"""
PLAN = """schema: mhscan/plan@1
subject: {name: Northport}
pack: harbour
own: [1,
  2]
targets:
  safety: {level: 3}
actions:
  safety.meet:
    status: doing
    note: |
      text
  safety.walk: {title: Walk, status: todo, extra: {deep: yes it is}}
"""


def places(text):
    """Every place in which a comment can be put: behind a line, and as a line of its own with any indentation."""
    lines = text.split("\n")
    for n in range(len(lines)):
        yield (n, "behind", 0)
        for indent in (0, 2, 6):
            yield (n, "above", indent)
    yield (len(lines), "above", 0)


def put(text, wanted):
    """The text with comments in these places, and the comments; what would change the data is left out."""
    lines, data, tokens = text.split("\n"), read_yaml(text, "")[0].data, []
    for number, (n, way, indent) in enumerate(sorted(wanted, reverse=True)):
        token = f"# mind {number}!"
        if way == "behind":
            changed = [*lines[:n], f"{lines[n]} {token}", *lines[n + 1 :]]
        else:
            changed = [*lines[:n], " " * indent + token, *lines[n:]]
        document, problems = read_yaml("\n".join(changed), "")
        if document.data == data and not problems:
            lines = changed
            tokens.append(token)
    return "\n".join(lines), tokens


def some(text):
    return st.sets(st.sampled_from(list(places(text))), min_size=1, max_size=8)


CHANGES = {
    "an answer": {"answers": {"safety.plan": Answer(state="answered", value=4), "new.one": Answer(state="skipped")}},
    "a note": {"answers": {"safety.plan": Answer(state="answered", value=4, note="with # and\n\nlines")}},
    "closing": {"status": "final", "finished": Finished(date="2026-05-20")},
    "nothing left": {"answers": {}, "archived": {}, "earlier": (), "subject": {"name": "Northport"}},
    "nothing": {},
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("text", [FLOW, BLOCK], ids=["flow", "block"])
def test_in_an_assessment(text, change):
    @settings(max_examples=40)
    @given(some(text))
    def check(wanted):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "scan.yaml")
            commented, tokens = put(text, wanted)
            path.write_text(commented, encoding="utf-8")
            with warnings.catch_warnings(record=True) as said:
                warnings.simplefilter("always")
                for _time in range(2):
                    with open_store(path) as store:
                        saved = store.assessment.model_copy(update=CHANGES[change])
                        store.update(lambda _now, saved=saved: saved)
                    if change == "closing":
                        break
            kept = path.read_text(encoding="utf-8")
            assert read_assessment(path)[1] == saved
            assert [kept.count(token[2:]) for token in tokens] == [1] * len(tokens), kept
            assert kept.count(HEAD.strip()) == 1
            ends = [line for line in kept.split("\n") if line.startswith("# ") and ": mind" in line]
            assert {str(one.message).rpartition("# ")[2] for one in said} == {one.rpartition(": ")[2] for one in ends}

    check()


@settings(max_examples=60)
@given(some(PLAN))
def test_in_a_plan(wanted):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.plan.yaml")
        commented, tokens = put(PLAN, wanted)
        path.write_text(commented, encoding="utf-8")
        document, plan = read_plan(path)
        changed = plan.with_targets({}).with_action("safety.meet", plan.state("safety.meet"))
        carried = carry(plan_text(changed), comments_of(document))
        path.write_text(carried.text, encoding="utf-8")
        assert read_plan(path)[1] == changed
        assert [carried.text.count(token[2:]) for token in tokens] == [1] * len(tokens), carried.text


@given(some(BLOCK))
def test_every_comment_is_found_and_nothing_else(wanted):
    text, tokens = put(BLOCK, wanted)
    found = comments_of(read_yaml(text, "")[0])
    assert sorted(word for one in found for word in [one.text]) == sorted(tokens)
