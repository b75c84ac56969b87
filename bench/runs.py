"""Commands run as a user runs them: wall time, time of the processor, the most memory they held."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

ENDS: Final = frozenset({0, 1})  # nothing found, something found


class Ran(NamedTuple):
    """What a command took; `processor` and `megabytes` with those of its children that it waited for."""

    seconds: float
    processor: float
    megabytes: float


def ran(command: Sequence[str], environment: Mapping[str, str], ends: frozenset[int] = ENDS) -> Ran:
    """Runs a command to its end. To be called by a small process: Linux counts its memory as the child's."""
    began = time.perf_counter()
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(environment)
    )
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in ends:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return Ran(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def best(runs: Sequence[Ran]) -> Ran:
    """The least of each time, the most of the memory."""
    return Ran(
        min(each.seconds for each in runs),
        min(each.processor for each in runs),
        max(each.megabytes for each in runs),
    )


def in_turn(commands: Mapping[str, Callable[[], Ran]], rounds: int, warm_ups: int = 0) -> dict[str, Ran]:
    """The best of each command; they take turns, so that a busy moment hits all of them alike."""
    kept: dict[str, list[Ran]] = {name: [] for name in commands}
    for number in range(warm_ups + rounds):
        for name, command in commands.items():
            result = command()
            if number >= warm_ups:
                kept[name].append(result)
    return {name: best(results) for name, results in kept.items()}


def keep_to_one_core() -> None:
    """Holds for this process and all that it starts."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
