"""A Ctrl-C in the instant between the prompt and the wait for a key, which a tracer makes as long as is needed."""

from __future__ import annotations

import sys
import time

import pexpect
import pytest

pytestmark = pytest.mark.proof

PROGRAM = """
from mhscan.ui import keyboard
if {plain}:
    keyboard._editor = None
try:
    print("GOT", keyboard.typed("asked> "))
except KeyboardInterrupt:
    print("INTERRUPTED")
"""
SLOW = ["-f", "-o", "/dev/null", "-e", "inject=write:delay_exit=60000"]
"""So many microseconds between what is written and what comes next."""


@pytest.mark.parametrize("plain", [False, True], ids=["with an editor", "without one"])
@pytest.mark.parametrize("wait", [0, 0.01, 0.03, 0.05])
def test_a_ctrl_c_just_after_the_prompt_is_heard(plain, wait):
    child = pexpect.spawn("strace", [*SLOW, sys.executable, "-c", PROGRAM.format(plain=plain)], timeout=20)
    child.delaybeforesend = None
    child.expect("asked> ")
    time.sleep(wait)
    child.sendintr()
    child.expect("INTERRUPTED")
    child.close(force=True)
