"""Every number on the page about scoring is worked out anew."""

from __future__ import annotations

import ast
import operator
import re
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from mhscan.advice.alternatives import alternatives
from mhscan.advice.result import Result, evaluate
from mhscan.advice.weight_sampling import Share
from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.integrity.packs import load_pack
from mhscan.loading.shipped import shipped_pack
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.pack import Pack
from mhscan.scoring.means import MEANS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
SUM = re.compile(r"^    ([-+*/()., 0-9×minax]+) = ([0-9.]+)$", re.MULTILINE)
SUMS = SUM.findall(PAGE)
ROW = re.compile(r"^\| `((?:aspect|factor|phase) [a-z/]+)` \| ([0-9.]+) \| ([0-9.]+) \| ([0-9.]+) \|$", re.MULTILINE)
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
OPERATORS[ast.Pow] = operator.pow  # type: ignore[index]


def worked_out(text: str) -> float:
    """A line of arithmetic."""

    def value(node: ast.expr) -> float:
        if isinstance(node, ast.BinOp):
            return OPERATORS[type(node.op)](value(node.left), value(node.right))  # type: ignore[index]
        if isinstance(node, ast.Call):
            assert isinstance(node.func, ast.Name)
            return {"min": min, "max": max}[node.func.id](*map(value, node.args))
        assert isinstance(node, ast.Constant)
        return float(node.value)  # type: ignore[arg-type]

    return value(ast.parse(text.replace("×", "*"), mode="eval").body)


@pytest.fixture(scope="module")
def result() -> Result:
    """What the example on the page comes to."""
    data = yaml.safe_load(re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[1])  # type: ignore[index]
    answers = data.pop("answers")
    levels = [{"level": n, "label": f"{n}", "score": 25 * n} for n in range(5)]
    factors = []
    for factor in data.pop("factors"):
        for one in factor["indicators"]:
            one |= {"scale": "s", "title": "T", "question": "?"}
            one["levels"] = [{"level": n, "text": f"{n}"} for n in range(5)]
        factors.append(Factor.model_validate({"schema": "mhscan/factor@1", "title": factor["id"], **factor}))
    model = Model.model_validate(
        {
            "schema": "mhscan/model@1",
            "id": "page",
            "version": "1.0.0",
            "title": "Page",
            "language": "en",
            "subject": {"singular": "club", "plural": "clubs", "name": "?"},
            "scales": {"s": {"levels": levels}},
            "factors": [factor.id for factor in factors],
            "coverage": {"minimum": 0.5},
            "bands": [{"id": "low", "label": "Low", "from": 0}],
            "advice": {"low": 1, "enough": 3},
            "privacy": {"free_text": "-"},
            **data,
        }
    )
    assessment = Assessment(
        schema_="mhscan/assessment@1",
        id="x",
        subject={"name": "X"},
        date="2026-05-01",
        pack=PackRef(id="page", version="1.0.0", sha256="0" * 64),
        questionnaire="all",
        respondent=Respondent(id="x"),
        answers={key: Answer(state="answered", value=level) for key, level in answers.items()},
    )
    return evaluate(Pack(model, tuple(factors), (), (), "0" * 64), assessment)


def close(value: Fraction | float | None, shown: str) -> bool:
    """Whether a value is what is shown, in the decimals that are shown."""
    assert value is not None
    decimals = len(shown.partition(".")[2])
    return abs(float(value) - float(shown)) <= 0.5 * 10**-decimals + 1e-9


def test_the_table_of_the_example_is_what_comes_out(result: Result) -> None:
    rows = ROW.findall(PAGE)
    assert {row[0] for row in rows} == set(result.scores.figures)
    for name, *numbers in rows:
        figure = result.scores.figures[name]
        for value, shown in zip((figure.point, figure.low, figure.high), numbers, strict=True):
            assert close(value, shown), (name, value, shown)


def test_the_page_has_sums() -> None:
    assert len(SUMS) >= 18


@pytest.mark.parametrize(("text", "shown"), SUMS)
def test_a_sum_on_the_page_adds_up(text: str, shown: str) -> None:
    # What goes in is rounded to two decimals on the page.
    assert abs(worked_out(text) - float(shown)) <= 0.0051


def test_other_meanings_of_equal_give_what_the_page_says(result: Result) -> None:
    points = {one.over: one.figures["phase p"].point for one in alternatives(result) if one.mean == "arithmetic"}
    shown = dict(SUMS)
    assert close(points["aspects"], shown["(2 × 25 + 1 × 75 + 1 × 37.5) / (2 + 1 + 1)"])
    assert close(points["indicators"], shown["(3 × 25 + 1 × 50 + 1 × 25 + 1 × 75) / (3 + 1 + 1 + 1)"])


def test_the_geometric_mean_and_the_interval_are_those_of_the_program() -> None:
    pairs = [(Fraction(25), Fraction(2)), (Fraction(75), Fraction(1))]
    assert close(MEANS["geometric"](pairs), dict(SUMS)["(25 × 25 × 75) ** (1 / 3)"])
    low, high = Share(950, 1000).interval
    assert (round(low, 3), round(high, 3)) == (0.935, 0.962)


def test_the_coverage_is_that_of_the_example(result: Result) -> None:
    assert result.scores.factors["f"].coverage.of_model == Fraction(4, 5)


def test_the_page_counts_the_parts_of_the_shipped_pack() -> None:
    pack = load_pack(shipped_pack())
    scored = [place for place in pack.places.values() if place.aspect.scored]
    headings = {(factor.id, one.section or one.title) for factor in pack.factors for one in factor.aspects}
    assert (len(pack.factors), len(headings), len(scored)) == (10, 12, 42)
    assert pack.model.aggregate.over == "nested"
