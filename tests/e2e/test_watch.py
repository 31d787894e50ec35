"""A real process that watches a real pack: it waits, sees a change, and ends with Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time


def test_validate_watches_until_ctrl_c(english_folder, tmp_path):
    model = english_folder / "factors" / "model.yaml"
    command = [sys.executable, "-m", "mhscan", "--lang", "en", "validate", str(english_folder), "--watch"]
    with (tmp_path / "out").open("wb") as out, (tmp_path / "err").open("wb") as err:
        process = subprocess.Popen(command, stdout=out, stderr=err, env={**os.environ, "MHSCAN_PLAIN": "1"})
        try:
            wait_for(tmp_path / "err", "Waiting for a change", 1)
            model.write_text(model.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
            wait_for(tmp_path / "err", "Waiting for a change", 2)
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 130
        finally:
            process.kill()
    assert "error[MH102]" in (tmp_path / "out").read_text(encoding="utf-8")
    assert f"Changed: {model}" in (tmp_path / "err").read_text(encoding="utf-8")


def wait_for(path, text, times):
    """Wait until something was said so many times; half a minute at most."""
    end = time.monotonic() + 30
    while path.read_text(encoding="utf-8").count(text) < times:
        assert time.monotonic() < end, path.read_text(encoding="utf-8")
        time.sleep(0.1)
