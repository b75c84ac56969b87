"""Measures the language server: how long after a letter was typed its diagnostics come, and what else waits meanwhile.

usage: python bench/editor.py [--rounds 20]

One server, asked over pipes as an editor does: a letter goes into the middle of a text as an incremental change. The
pause before a check, of 0.1 s and more for a large text, is part of the time. Typing is a letter every 50 ms.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Redmark need not be installed

from bench import generate
from bench.start_up import ROOT

TELEGRAM: Final = 7_000  # bytes
LARGE: Final = 1_000_000
LETTER: Final = 0.05  # seconds between letters
TYPED: Final = 40

Message = dict[str, Any]


class Server:
    """A running `redmark lsp`."""

    def __init__(self, folder: str) -> None:
        command = (sys.executable, "-c", "import sys; from validator.cli import run; sys.exit(run())", "lsp")
        environment = {"PYTHONPATH": str(ROOT), "REDMARK_CACHE_DIR": folder}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, cwd=folder
        )
        self._uri, self._version, self._number = f"file://{folder}/text.txt", 0, 0
        self.ask("initialize", {"capabilities": {}, "processId": None, "rootUri": f"file://{folder}"})
        self.tell("initialized", {})

    def tell(self, method: str, params: Message, **more: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def ask(self, method: str, params: Message) -> Message:
        self._number += 1
        self.tell(method, params, id=self._number)
        return self._until(lambda message: message.get("id") == self._number)

    def open(self, text: str) -> None:
        self._version += 1
        item = {"uri": self._uri, "languageId": "plaintext", "version": self._version, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        self.diagnostics()

    def type(self, line: int) -> None:
        """A letter at the end of a line, which is far behind its first ones."""
        self._version += 1
        place = {"line": line, "character": 10_000}
        change = {"range": {"start": place, "end": place}, "text": "x"}
        identifier = {"uri": self._uri, "version": self._version}
        self.tell("textDocument/didChange", {"textDocument": identifier, "contentChanges": [change]})

    def complete(self, line: int) -> Message:
        place = {"line": line, "character": 0}
        return self.ask("textDocument/completion", {"textDocument": {"uri": self._uri}, "position": place})

    def diagnostics(self) -> Message:
        """Those of the newest text."""
        return self._until(lambda message: message.get("params", {}).get("version") == self._version)

    def close(self) -> None:
        self.tell("textDocument/didClose", {"textDocument": {"uri": self._uri}})

    def end(self) -> None:
        self.ask("shutdown", {})
        self.tell("exit", {})
        self._process.wait()

    def _until(self, wanted: Callable[[Message], bool]) -> Message:
        return next(message for message in self._messages() if wanted(message))

    def _messages(self) -> Iterator[Message]:
        assert self._process.stdout is not None
        length = 0
        while header := self._process.stdout.readline():
            if header.startswith(b"Content-Length"):
                length = int(header.split(b":")[1])
            elif not header.strip():
                yield json.loads(self._process.stdout.read(length))


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=20)
    rounds = arguments.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="redmark-bench-") as folder:
        server = Server(folder)
        for name, text in texts():
            server.open(text)
            print(f"{name}, {len(text):,} bytes")
            for about, times in measured(server, text.count("\n") // 2, rounds):
                worst, middle = max(times) * 1000, statistics.median(times) * 1000
                print(f"  {about:<60} median {middle:7.1f} ms, worst {worst:7.1f} ms")
            server.close()
        server.end()


def texts() -> Iterator[tuple[str, str]]:
    """A telegram, and many of them in one file; a memo, grown to the same size."""
    dice = random.Random(7)
    telegram = next(text for text in iter(lambda: generate.telegram(dice), "") if len(text) >= TELEGRAM)
    yield "a telegram", telegram
    yield "telegrams in one file", telegram * (LARGE // len(telegram) + 1)
    memo = (ROOT / "examples" / "report-with-pages-2011.txt").read_text(encoding="utf-8")
    yield "a memo", memo * (LARGE // len(memo) + 1)


def measured(server: Server, line: int, rounds: int) -> Iterator[tuple[str, list[float]]]:
    """Each thing that is measured, with its times."""
    yield "from one letter to its diagnostics", [timed(server, line) for _ in range(rounds)]
    answers, after = [], []
    for _ in range(max(2, rounds // 10)):
        for _ in range(TYPED):
            server.type(line)
            time.sleep(LETTER)
            began = time.perf_counter()
            server.complete(line)
            answers.append(time.perf_counter() - began)
        began = time.perf_counter()
        server.diagnostics()
        after.append(time.perf_counter() - began)
    yield "an answer to a completion while letters are typed", answers
    yield f"from the last of {TYPED} letters to its diagnostics", after


def timed(server: Server, line: int) -> float:
    began = time.perf_counter()
    server.type(line)
    server.diagnostics()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
