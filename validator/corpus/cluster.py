"""The same partitions on a Dask cluster that is already there; what is lost with a worker, another does again.

Workers read the source and write the results themselves, so both must be at places that all of them see. The connection
is Dask's; see https://distributed.dask.org/en/stable/resilience.html.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from threading import Lock
from typing import Any, Final

from validator.corpus.checking import Task, Work, worker
from validator.corpus.partition import CorpusError, Done
from validator.corpus.running import LOST, Execute

SCHEME: Final = "dask://"
_EACH: Final = 2  # partitions given to a worker at once, so that none waits for the next
_PATIENCE: Final = "10s"  # until the scheduler answers
_TURN: Final = Lock()
"""A worker may have several threads. Python checks one document at a time anyway, and so does PDFium's process."""


def on_cluster(task: Task, address: str) -> Execute:
    """Checks partitions at the scheduler of `dask://HOST:PORT`. CorpusError where there is none."""
    if not address.startswith(SCHEME):
        raise CorpusError(f"corpus: cluster: '{address}' is no dask://HOST:PORT")

    def execute(work: Iterator[Work]) -> Iterator[Done]:
        with _client(address) as client:
            yield from _done(client, work, task)

    return execute


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise CorpusError("corpus: cluster: needs Dask; install 'redmark[cluster]'") from error
    try:
        return Client(  # type: ignore[no-untyped-call]
            f"tcp://{address.removeprefix(SCHEME)}", timeout=_PATIENCE, set_as_default=False
        )
    except (OSError, TimeoutError, ValueError) as error:
        raise CorpusError(f"corpus: cluster: nothing answers at {address}") from error


def _done(client: Any, work: Iterator[Work], task: Task) -> Iterator[Done]:
    """What is done, in the order in which it is; there is only so much under way as keeps all workers busy."""
    from distributed import as_completed

    under_way: Any = as_completed(loop=client.loop)  # type: ignore[no-untyped-call]
    given: dict[str, Work] = {}

    def give(count: int) -> None:
        for each in islice(work, count):
            future = client.submit(remote, task, each, pure=False)
            given[future.key] = each
            under_way.add(future)

    give(_EACH * max(1, len(client.nthreads())))
    for future in under_way:
        each = given.pop(future.key)
        yield _result(future, each)
        give(1 + max(0, _EACH * len(client.nthreads()) - len(given) - 1))


def _result(future: Any, work: Work) -> Done:
    """The result; a partition that killed several workers is lost, and any other failure is said."""
    from distributed import KilledWorker

    error = future.exception()
    if error is None:
        done: Done = future.result()
        return done
    fault = LOST if isinstance(error, KilledWorker) else f"partition {work.partition.number}: {error}"
    return Done(work.partition.number, fault=fault)


def remote(task: Task, work: Work) -> Done:
    """Runs in a worker."""
    with _TURN:
        return _ready(task)(work)


@lru_cache(maxsize=2)
def _ready(task: Task) -> Callable[[Work], Done]:
    return worker(task)
