"""The settings of a folder."""

from __future__ import annotations

import pytest

from mhscan.lint.code_filter import CodeFilter
from mhscan.lint.settings import read_settings


@pytest.fixture
def settings(tmp_path):
    """The choice and the faults in a file with settings, whose folder ends the search."""
    (tmp_path / ".git").mkdir()

    def read(text: str | bytes, name: str = "mhscan.toml"):
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        choice, problems = read_settings(tmp_path)
        return choice, [(one.code, f"{one.location.line}:{one.location.column}") for one in problems]

    return read


def test_without_a_file_everything_is_shown(tmp_path):
    (tmp_path / ".git").mkdir()
    assert read_settings(tmp_path) == (CodeFilter(), [])


def test_a_file_of_its_own_has_the_settings_at_the_top(settings):
    assert settings("select = ['MH5']\nignore = ['mh501']\nstrict = true\n") == (
        CodeFilter(("MH5",), ("MH501",), True),
        [],
    )


def test_a_shared_file_has_them_in_a_table(settings):
    text = "[tool.other]\nselect = 1\n[tool.mhscan]\nstrict = true\n"
    assert settings(text, "pyproject.toml") == (CodeFilter(strict=True), [])


@pytest.mark.parametrize("text", ["[tool.other]\na = 1\n", "[tool.other\n", "tool = 1\n"])
def test_a_shared_file_that_says_nothing_of_mhscan_is_none_of_ours(settings, text):
    assert settings(text, "pyproject.toml") == (CodeFilter(), [])


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("mhscan.toml", "strict = true\nselct = ['MH5']\n", ("MH014", "2:1")),
        ("pyproject.toml", "[a]\nselct = 1\n[tool.mhscan] # ours\n  selct = []\n", ("MH014", "4:3")),
        ("mhscan.toml", "strict = 1\n", ("MH015", "1:1")),
        ("mhscan.toml", "ignore = 'MH5'\n", ("MH015", "1:1")),
        ("mhscan.toml", "ignore = ['MH5', 'MH999']\n", ("MH015", "1:19")),
        ("mhscan.toml", "ignore = [\n  'MH5',\n  'MH999',\n]\n", ("MH015", "3:4")),
        ("mhscan.toml", "ignore = [\n", ("MH015", "1:10")),
        ("mhscan.toml", "a = = 1\n", ("MH015", "1:5")),
        ("mhscan.toml", b"ignore = ['\xff']\n", ("MH003", "1:12")),
        ("pyproject.toml", "[tool]\nmhscan = 1\n", ("MH015", "1:1")),
        ("pyproject.toml", "[tool.mhscan]\nstrict = [\n", ("MH015", "2:10")),
        ("mhscan.toml", "a.b = 1\n", ("MH014", "1:1")),
    ],
)
def test_a_wrong_setting_is_reported_at_its_place(settings, name, text, wrong):
    assert settings(text, name)[1] == [wrong]


def test_what_is_right_beside_a_wrong_setting_counts(settings):
    assert settings("ignore = ['MH999', 'MH5']\nstrict = 1\n")[0] == CodeFilter(ignore=("MH5",))


def test_the_nearest_folder_goes_first_and_the_search_ends_at_the_repository(tmp_path):
    (tmp_path / "mhscan.toml").write_text("strict = true\n")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert read_settings(below)[0].strict
    (tmp_path / "a" / ".git").mkdir()
    assert not read_settings(below)[0].strict
