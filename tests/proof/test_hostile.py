"""Files made to stop the computer: an error within two seconds and 300 MB, measured in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.proof

LIMIT = 300
CHILD = """
import resource, sys
from mhscan.cli.boundary import run
code = run(["validate", sys.argv[1]])
used = resource.getrusage(resource.RUSAGE_SELF)
print(code, used.ru_maxrss // 1024, round((used.ru_utime + used.ru_stime) * 1000), file=sys.stderr)
"""


def written(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


HOSTILE = {
    "billion laughs": lambda p: written(
        p, "a: &a [x]\n" + "".join(f"{chr(98 + n)}: &b{n} [{', '.join(['*a'] * 9)}]\n" for n in range(9))
    ),
    "merge keys": lambda p: written(
        p, "a: &a {k: 1}\n" + "".join(f"b{n}: &b{n} {{<<: [*a, *a, *a]}}\n" for n in range(99))
    ),
    "30,000 levels of lists": lambda p: written(p, "[" * 30_000),
    "30,000 levels of keys": lambda p: written(p, "{a: " * 30_000),
    "100 MB of nothing": lambda p: os.truncate(os.open(p, os.O_CREAT | os.O_WRONLY), 100 * 1024 * 1024),
    "millions of values": lambda p: written(p, "a: [" + "1," * 3_900_000 + "1]"),
    "one key a million times": lambda p: written(p, "a: 1\n" * 1_500_000),
    "many anchors": lambda p: written(p, "- &a 1\n" * 1_000_000),
    "one long text": lambda p: written(p, "a: '" + "word " * 1_600_000 + "'"),
    "many comments": lambda p: written(p, "# mhscan: ignore MH501 because so\n" * 200_000),
    "a pipe": os.mkfifo,
    "a link to itself": lambda p: p.symlink_to(p.name),
    "a device": lambda p: p.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_an_error_within_two_seconds_and_300_mb(name: str, tmp_path: Path) -> None:
    path = tmp_path / "scan.yaml"
    HOSTILE[name](path)
    command = [sys.executable, "-c", CHILD, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    code, memory, milliseconds = map(int, done.stderr.split()[-3:])
    assert (code, "[MH" in done.stdout) == (1, True), done.stderr
    assert memory < LIMIT
    # Time of the processor: other processes on the machine must not make it seem slow.
    assert milliseconds < 2000
