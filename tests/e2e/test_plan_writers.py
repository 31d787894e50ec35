"""Several writers of one plan at once: nothing that was confirmed gets lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from mhscan.plans.reading import pack_actions, read_plan


def test_what_each_writer_confirmed_is_in_the_plan(tmp_path, dutch_pack):
    subprocess.run([sys.executable, "-m", "mhscan", "demo", tmp_path], capture_output=True, check=True)
    (scan,) = [one for one in tmp_path.glob("*.yaml") if ".plan" not in one.name]
    actions = list(pack_actions(dutch_pack))[:6]
    command = [sys.executable, "-m", "mhscan", "plan", "set", scan]
    writers = [
        subprocess.Popen([*command, one, "--status", "done"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for one in actions
    ]
    codes = [writer.wait() for writer in writers]
    assert set(codes) <= {0, 3}
    assert 0 in codes
    (file,) = Path(tmp_path).glob("*.plan.yaml")
    confirmed = {one for one, code in zip(actions, codes, strict=True) if code == 0}
    assert set(read_plan(file)[1].actions) == confirmed
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
