"""The same work for many files, on all processors, so that one that goes wrong does not stop the others."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from mhscan import language
from mhscan.batch.job import BatchJob, JobResult
from mhscan.language import _

FEW = 8
"""With fewer files than this, starting other processes takes longer than it saves."""
MOST = 61
"""More processes than this cannot be waited for on Windows."""


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    work: Callable[[BatchJob], JobResult], jobs: Sequence[BatchJob], done: Callable[[JobResult], None]
) -> list[JobResult]:
    """What became of each job, in the order of the jobs.

    `done` hears of each as soon as it is ready. What nobody foresaw becomes an outcome too. After an outcome that stops
    the rest, what was not begun is left out. The number of jobs plays no part in how much memory this takes, but for
    the outcomes themselves.
    """
    outcomes: dict[Future[JobResult], JobResult] = {}

    def take(future: Future[JobResult]) -> JobResult:
        outcomes[future] = _outcome(future, waiting[future])
        done(outcomes[future])
        return outcomes[future]

    def finish() -> None:
        """Finish what runs, and leave out what was not begun."""
        executor.shutdown(wait=True, cancel_futures=True)
        for future in waiting:
            if future.done() and not future.cancelled() and future not in outcomes:
                take(future)

    with _sheltered(), _executor(len(jobs)) as executor:
        waiting = {executor.submit(work, job): job for job in jobs}
        try:
            stopped = any(take(future).stops for future in as_completed(waiting))
        except KeyboardInterrupt:
            finish()
            raise
        if stopped:
            finish()
    return [outcomes[future] for future in waiting if future in outcomes]


@contextlib.contextmanager
def _sheltered() -> Iterator[None]:
    """Keep the processes that are started in the meantime from importing what lies in the working folder.

    They begin with these settings only; then they get the folders to import from that this process has.
    """
    before = {name: os.environ.get(name) for name in ("PYTHONSAFEPATH", "PYTHONPATH")}
    os.environ["PYTHONSAFEPATH"] = "1"
    os.environ.pop("PYTHONPATH", None)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def _executor(count: int) -> Executor:
    workers = min(processors(), count // (FEW // 2), MOST)
    unsheltered = sys.flags.ignore_environment and not sys.flags.safe_path
    if count < FEW or workers < 2 or unsheltered:
        return ThreadPoolExecutor(1)
    # Begun anew and not copied: that is the same on every system, and safe beside other threads.
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin, (language.current(),))


def _begin(spoken: str) -> None:
    """Set up a process: the language, and Ctrl-C is for the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    language.use(spoken)


def _outcome(future: Future[JobResult], job: BatchJob) -> JobResult:
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, BrokenProcessPool):
        message = _("{path}: the work was broken off from outside.").format(path=job.file)
        hint = _("Perhaps there was too little memory. Try again.")
        return JobResult(job.file, "failed", job.target, message=message, hint=hint)
    message = _("{path}: something went wrong in mhscan itself.").format(path=job.file)
    return JobResult(job.file, "failed", job.target, message=message, bug=error)
