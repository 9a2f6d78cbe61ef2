"""Many processes at one batch, its outcomes in the order of the documents whoever made them."""

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread

from salesdesign.bulk.documents import Document
from salesdesign.bulk.work import Outcome, Task, Worker
from salesdesign.errors import MachineFailed

_ENDINGS = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}
"""What ends a program from outside; a closed terminal sends the last."""

_AHEAD = 3
"""Portions that wait for each process: enough that none idles, and few, for they are held in memory."""


def outcomes(documents: Iterable[Document], task: Task, jobs: int) -> Generator[Outcome]:
    """What became of each document, in their order; a batch too small for several processes stays in this one."""
    size = 4 if task.formats else 64
    portions = _portions(documents, size)
    first = list(islice(portions, 2))
    rest = chain(first, portions)
    found = map(Worker(task).work, rest) if jobs == 1 or len(first) == 1 else _shared(rest, task, jobs)
    for portion in found:
        yield from portion


def usable_cores() -> int:
    """How many processes the machine runs side by side for us."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _portions(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    following = iter(documents)
    while portion := list(islice(following, size)):
        yield portion


def _shared(portions: Iterator[list[Document]], task: Task, jobs: int) -> Iterator[Iterable[Outcome]]:
    """The outcomes of each portion; on an interrupt, what is begun is finished and handed on, and the rest left."""
    context = get_context("spawn")  # the same on every system, and no thread or lock is copied half-way
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(task,))
    waiting: deque[Future[list[Outcome]]] = deque()
    try:
        for portion in portions:
            with _uninterrupted():  # a process starts here, and inherits what is blocked
                waiting.append(pool.submit(_work, portion))
            if len(waiting) > jobs * _AHEAD:
                yield _first(waiting)
        while waiting:
            yield _first(waiting)
    except KeyboardInterrupt:
        pool.shutdown(wait=True, cancel_futures=True)
        yield from (portion.result() for portion in waiting if not portion.cancelled())
        raise
    except BrokenProcessPool as error:
        raise MachineFailed("A process of the batch was killed. Go on with --resume, and fewer --jobs.") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _first(waiting: deque[Future[list[Outcome]]]) -> list[Outcome]:
    """What became of the first portion; until that is known it stays among those that wait."""
    found = waiting[0].result()
    waiting.popleft()
    return found


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C and its like wait until this is over, and never reach the processes that are started in it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_worker: Worker


def _begin(task: Task) -> None:
    global _worker  # noqa: PLW0603  a process has one, and portions must not carry it
    for ending in _ENDINGS:
        signal.signal(ending, signal.SIG_IGN)  # who is interrupted is the one who started us
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()
    _worker = Worker(task)


def _end_with(parent: BaseProcess | None) -> None:
    """Ends this process as soon as the one is gone that started it, even if that was killed without a word."""
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(portion: list[Document]) -> list[Outcome]:
    return list(_worker.work(portion))
