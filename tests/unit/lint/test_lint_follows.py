"""What only follows from another fault, and what is told once."""

from __future__ import annotations

from mhscan.codes import codes, problem
from mhscan.errors import Location
from mhscan.lint.follows import FOLLOWS, MANY, gathered, without_followers


def at(code: str, line: int, message: str = "", suggestion: str = "", file: str = "a.yaml"):
    return problem(code, message, Location(file, line), suggestion=suggestion)


def test_each_cause_is_the_start_of_a_code() -> None:
    assert set(FOLLOWS) <= set(codes())
    assert all(any(code.startswith(start) for code in codes()) for one in FOLLOWS.values() for start in one.codes)


def test_what_follows_from_a_fault_elsewhere_in_the_pack_is_left_out() -> None:
    cause, follower = (
        at("MH206", 1, suggestion="BK-1"),
        at("MH510", 9, "nothing rests on the claim 'BK-1'", file="b.yaml"),
    )
    assert without_followers([cause, follower]) == [cause]


def test_what_does_not_follow_stays() -> None:
    alone = [at("MH510", 9, "nothing rests on the claim 'BK-1'")]
    assert without_followers(alone) == alone
    other = [at("MH515", 9), at("MH401", 1, file="b.yaml")]
    assert without_followers(other) == other
    two = [at("MH206", 1, suggestion="BK-3"), *(at("MH510", n, f"the claim 'BK-{n}'") for n in (1, 2))]
    assert without_followers(two) == two


def test_a_value_that_the_reader_refused_is_not_looked_at_again() -> None:
    assert [one.code for one in without_followers([at("MH205", 3), at("MH007", 3), at("MH205", 4)])] == [
        "MH007",
        "MH205",
    ]


def test_the_same_thing_at_many_places_of_a_file_is_one_problem() -> None:
    many = [at("MH006", n, "a tag") for n in range(1, MANY + 2)]
    (one,) = gathered(many)
    assert one.location.line == 1
    assert [other.location.line for other in one.related] == list(range(2, MANY + 2))
    assert str(MANY) in one.message
    assert gathered(many[: MANY - 1]) == many[: MANY - 1]
    assert len(gathered([*many[:2], *(at("MH006", n, "a tag", file="b.yaml") for n in range(2))])) == 4
