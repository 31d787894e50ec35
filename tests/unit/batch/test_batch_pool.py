"""The same work for many files: one that goes wrong does not stop the others."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mhscan.batch import pool as running
from mhscan.batch.job import BatchJob, JobResult
from mhscan.batch.pool import processors, run
from mhscan.opening.document import DocumentOrder


def jobs(count):
    return [BatchJob(DocumentOrder(), Path(f"{n}.yaml"), Path(f"{n}.html")) for n in range(count)]


def fine(job):
    return JobResult(job.file, "made", job.target, subject=job.file.stem)


def slow(job):
    time.sleep(0.002)
    return fine(job)


def fourth_is_a_bug(job):
    if job.file.stem == "3":
        raise ZeroDivisionError("nobody foresaw this")
    return fine(job)


def third_fills_the_disk(job):
    time.sleep(0.002)
    return JobResult(job.file, "failed", job.target, stops=True) if job.file.stem == "2" else fine(job)


def test_each_job_has_its_outcome_in_the_order_of_the_jobs():
    heard = []
    found = run(fine, jobs(5), heard.append)
    assert [(one.file.name, one.target.name, one.subject) for one in found] == [
        (f"{n}.yaml", f"{n}.html", str(n)) for n in range(5)
    ]
    assert sorted(one.subject for one in heard) == [str(n) for n in range(5)]


def test_what_nobody_foresaw_is_an_outcome_too():
    found = run(fourth_is_a_bug, jobs(6), lambda _one: None)
    assert [one.state for one in found] == ["made"] * 3 + ["failed"] + ["made"] * 2
    assert isinstance(found[3].bug, ZeroDivisionError)
    assert found[3].message == "3.yaml: something went wrong in mhscan itself."


def test_a_full_disk_stops_the_rest(monkeypatch):
    monkeypatch.setattr(running, "_executor", lambda _count: ThreadPoolExecutor(1))
    heard = []
    found = run(third_fills_the_disk, jobs(500), heard.append)
    assert [one.state for one in found[:3]] == ["made", "made", "failed"]
    assert len(found) == len(heard) < 500


def test_ctrl_c_leaves_out_what_was_not_begun_and_tells_of_what_is_done(monkeypatch):
    monkeypatch.setattr(running, "_executor", lambda _count: ThreadPoolExecutor(1))
    heard = []

    def stop_at_the_third(outcome):
        heard.append(outcome)
        if len(heard) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(slow, jobs(500), stop_at_the_third)
    assert 3 <= len(heard) < 500
    assert len({one.file for one in heard}) == len(heard)


def test_no_jobs_is_no_work():
    assert run(fine, [], lambda _one: pytest.fail("nothing to hear")) == []


def test_there_is_at_least_one_processor(monkeypatch):
    assert processors() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert processors() >= 1


def test_few_files_start_no_other_process():
    assert isinstance(running._executor(running.FEW - 1), ThreadPoolExecutor)
