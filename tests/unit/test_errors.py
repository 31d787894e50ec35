"""The tree of exceptions, the exit codes, and problems as data."""

from __future__ import annotations

import pytest

from mhscan.errors import (
    ExitCode,
    InputError,
    Interrupted,
    Location,
    MhscanError,
    OutputError,
    Problem,
    UsageError,
    sort_problems,
)


def make(file: str = "a", line: int = 1, column: int = 1, code: str = "MH001", message: str = "m") -> Problem:
    return Problem(code, "name", message, Location(file, line, column))


def test_the_exit_codes_are_those_that_are_documented():
    assert {one.name: int(one) for one in ExitCode} == {
        "DONE": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "INPUT": 3,
        "OUTPUT": 4,
        "BUG": 70,
        "INTERRUPTED": 130,
    }


@pytest.mark.parametrize(
    ("kind", "code"), [(MhscanError, 3), (UsageError, 2), (InputError, 3), (OutputError, 4), (Interrupted, 130)]
)
def test_each_error_knows_its_exit_code_and_is_one_of_ours(kind, code):
    error = kind("It went wrong.", "Do this.")
    assert isinstance(error, MhscanError)
    assert (error.exit_code, error.message, error.hint, str(error)) == (
        code,
        "It went wrong.",
        "Do this.",
        error.message,
    )


def test_an_input_error_carries_its_problems():
    assert InputError("No.", problems=(make(),)).problems == (make(),)
    assert InputError("No.").problems == ()


def test_a_place_is_written_as_editors_read_it():
    assert str(Location("factors/a.yaml", 12, 3)) == "factors/a.yaml:12:3"
    assert str(Location("a")) == "a:1:1"


def test_problems_are_sorted_by_place_with_numbers_as_numbers():
    wanted = [make("a", 2, 1), make("a", 2, 10), make("a", 10, 1), make("b", 1, 1)]
    assert sort_problems(wanted[::-1]) == wanted


def test_problems_in_one_place_are_sorted_by_code_and_message():
    wanted = [make(code="MH001"), make(code="MH002", message="a"), make(code="MH002", message="b")]
    assert sort_problems(wanted[::-1]) == wanted


def test_a_problem_that_was_found_twice_is_said_once():
    assert sort_problems([make(), make()]) == [make()]


def test_a_problem_is_an_error_unless_it_says_otherwise():
    assert make().severity == "error"
