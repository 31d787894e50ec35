"""What is no text in UTF-8 is refused wherever it comes in, with its place; nothing of it is kept."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

WRONG = b"caf\xe9 Zuid"
RIGHT = "één € 漢字"
LOCALES = ({}, {"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})


@pytest.fixture
def bare(tmp_path, harbour):
    """Runs the program with arguments of bytes."""

    def call(*arguments, stdin=b"", **settings):
        command = [
            sys.executable,
            "-m",
            "mhscan",
            *(os.fsencode(str(one)) if not isinstance(one, bytes) else one for one in arguments),
        ]
        environment = {"PATH": os.environ["PATH"], "MHSCAN_LANG": "en", **settings}
        return subprocess.run(
            [*command, "--pack", harbour], input=stdin, capture_output=True, cwd=tmp_path, env=environment, check=False
        )

    return call


@pytest.mark.parametrize("settings", LOCALES, ids=str)
@pytest.mark.parametrize(
    "arguments",
    [
        (b"set", b"scan.yaml", b"context.remark=" + WRONG),
        (b"set", b"scan.yaml", b"people.lead=1", b"--note", WRONG),
        (b"set", b"scan.yaml", b"people.lead=1", b"--evidence", WRONG),
        (b"set", b"scan.yaml", b"people.lead=1", b"--carried-by", WRONG),
        (b"set", b"scan.yaml", b"people.lead=not_applicable", b"--reason", WRONG),
        (b"plan", b"set", b"scan.yaml", b"afloat.share-hoist", b"--note", WRONG),
        (b"assess", b"new.yaml", b"--name", WRONG),
    ],
)
def test_an_argument_that_is_no_text_is_refused(bare, scan, tmp_path, arguments, settings):
    path = scan({"people.lead": 2})
    before = path.read_bytes()
    done = bare(*arguments, **settings)
    assert done.returncode == 2
    assert b"is no text in UTF-8 from character" in done.stderr
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["scan.yaml"]


@pytest.mark.parametrize("settings", LOCALES, ids=str)
def test_text_is_kept_as_it_is_in_any_locale(bare, scan, read, settings):
    path = scan()
    assert (
        bare(
            "set", path, f"context.remark={RIGHT}".encode(), "people.lead=1", "--note", RIGHT.encode(), **settings
        ).returncode
        == 0
    )
    assert (read(path).value("context.remark"), read(path).answers["people.lead"].note) == (RIGHT, RIGHT)
    done = bare("assess", b"new.yaml", stdin=f"{RIGHT}\n:q\n".encode(), **settings)
    assert done.returncode == 0
    assert read(path.with_name("new.yaml")).name == RIGHT


@pytest.mark.parametrize("settings", LOCALES, ids=str)
@pytest.mark.parametrize("line", [WRONG, RIGHT.encode("utf-16"), b"\x00\x01"])
def test_a_line_of_a_pipe_that_is_no_text_is_refused_with_its_number(bare, scan, read, tmp_path, line, settings):
    done = bare("assess", b"new.yaml", stdin=line + b"\n:s\n", **settings)
    assert done.returncode == 3
    assert b"Line 1 of the input is no answer. It is no text in UTF-8 from character" in done.stderr
    assert list(tmp_path.iterdir()) == []
    path = scan()
    done = bare("assess", path, "--factor", "people", stdin=b"c\n" + line + b"\n", **settings)
    assert done.returncode == 3
    assert b"Line 2 of the input is no answer. It is no text" in done.stderr
    assert read(path).answers == {}


def test_a_name_of_a_file_that_is_no_text_is_shown_with_its_bytes(bare, scan, tmp_path):
    path = scan()
    path.rename(tmp_path / os.fsdecode(b"caf\xe9.yaml"))
    done = bare("score", b"caf\xe9.yaml", "--format", "json")
    assert done.returncode == 0
    done = bare("set", b"caf\xe9.yaml", "people.lead=99")
    assert done.returncode == 3
    done = bare("score", b"geen\xe9.yaml")
    assert b"geen\\xe9.yaml" in done.stderr
