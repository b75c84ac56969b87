"""Checks come one after the other, and none for a wish that a newer one replaced."""

import threading

from validator.lsp.turns import Turns

PATIENCE = 60


class Watched:
    """Turns whose checks are counted, and held up while the gate is shut."""

    def __init__(self, pause: float = 0.0) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.checked: list[str] = []
        self.failures: list[tuple[str, str]] = []
        self.at_once = 0
        self.most_at_once = 0
        self.news = threading.Condition()
        self.turns = Turns(self._check, self._failed, pause)

    def _check(self, uri: str) -> None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        assert self.gate.wait(PATIENCE)
        self.at_once -= 1
        if uri == "bad":
            raise KeyError(uri)
        with self.news:
            self.checked.append(uri)
            self.news.notify_all()

    def _failed(self, uri: str, error: BaseException) -> None:
        with self.news:
            self.failures.append((uri, type(error).__name__))
            self.news.notify_all()

    def until(self, done: int) -> None:
        with self.news:
            assert self.news.wait_for(lambda: len(self.checked) + len(self.failures) >= done, PATIENCE)


def test_only_one_check_runs_at_a_time() -> None:
    watched = Watched()
    watched.gate.clear()
    for uri in "abc":
        watched.turns.ask(uri, at_once=True)
    watched.gate.set()
    watched.until(3)
    assert (sorted(watched.checked), watched.most_at_once) == (["a", "b", "c"], 1)


def test_a_newer_wish_replaces_one_that_waits() -> None:
    watched = Watched(pause=PATIENCE)
    for _ in range(50):
        watched.turns.ask("a")
    watched.turns.ask("a", at_once=True)
    watched.until(1)
    watched.turns.stop()
    assert watched.checked == ["a"]


def test_a_check_that_fails_is_told_and_the_next_one_comes() -> None:
    watched = Watched()
    watched.turns.ask("bad", at_once=True)
    watched.until(1)
    watched.turns.ask("good", at_once=True)
    watched.until(2)
    assert (watched.failures, watched.checked) == ([("bad", "KeyError")], ["good"])


def test_nothing_is_checked_after_the_end() -> None:
    watched = Watched(pause=PATIENCE)
    watched.turns.ask("a")
    watched.turns.stop()
    watched.turns.ask("b", at_once=True)
    for timer in threading.enumerate():
        if isinstance(timer, threading.Timer):
            timer.join(PATIENCE)
    assert (watched.checked, watched.failures) == ([], [])
