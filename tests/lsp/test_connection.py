"""How a connection begins and ends, and that nothing but the protocol goes over it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lsprotocol import types

from tests.cli.running import BAD, ROOT, redmark
from tests.lsp.editor import PATIENCE, Editor, editing


def test_the_server_says_what_it_can_do(tmp_path: Path) -> None:
    with editing(tmp_path) as editor:
        can = editor.server.capabilities
    assert editor.server.server_info is not None
    assert editor.server.server_info.name == "redmark"
    assert can.position_encoding == "utf-16"
    assert isinstance(can.text_document_sync, types.TextDocumentSyncOptions)
    assert can.text_document_sync.change is types.TextDocumentSyncKind.Incremental
    assert (can.hover_provider, can.document_symbol_provider) == (True, True)
    assert can.completion_provider is not None
    assert can.code_action_provider is not None


def test_an_exit_without_a_shutdown_is_told_by_the_exit_code(tmp_path: Path) -> None:
    assert Editor(tmp_path).end(politely=False) == (1, b"")


def framed(method: str, params: object, number: int | None = None) -> bytes:
    message: dict[str, object] = {"jsonrpc": "2.0", "method": method, "params": params}
    body = json.dumps(message if number is None else message | {"id": number}).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def messages(data: bytes) -> Iterator[dict[str, object]]:
    """The messages of a stream that holds nothing else."""
    while data:
        head, _, data = data.partition(b"\r\n\r\n")
        headers = dict(line.split(b": ", 1) for line in head.split(b"\r\n"))
        length = int(headers[b"Content-Length"])
        yield json.loads(data[:length])
        data = data[length:]


@contextmanager
def started(folder: Path, code: str = "") -> "Iterator[subprocess.Popen[bytes]]":
    """A server of which every byte is looked at; `code` runs in its process before."""
    program = f"{code}\nimport sys\nfrom validator.cli import run\nsys.argv[1:] = ['lsp']\nsys.exit(run())"
    pipe, environment = subprocess.PIPE, os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program]
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=folder, env=environment
    ) as process:
        yield process


def spoken(folder: Path, *said: bytes, code: str = "") -> tuple[int, bytes, bytes]:
    """What the server answers when all is said at once: its exit code, and what it wrote."""
    with started(folder, code) as process:
        out, err = process.communicate(b"".join(said), timeout=PATIENCE)
    return process.returncode, out, err


HELLO = framed("initialize", {"capabilities": {}, "processId": None, "rootUri": None}, 1)
GOODBYE = framed("shutdown", None, 2) + framed("exit", None)


def test_an_editor_that_goes_away_ends_the_server(tmp_path: Path) -> None:
    code, out, err = spoken(tmp_path, HELLO)
    assert (code, err) == (1, b"")
    assert [message["id"] for message in messages(out)] == [1]


TALKATIVE = """\
import os, sys
def talk(event, arguments):
    if event == "os.chdir":
        print("printed", flush=True)
        os.system("echo by a child")
sys.addaudithook(talk)
"""


def test_what_something_else_prints_does_not_disturb_the_protocol(tmp_path: Path) -> None:
    """The server goes to the folder of a document to judge it, and this one talks whenever it does."""
    uri = tmp_path.joinpath("a.txt").as_uri()
    item = {"uri": uri, "languageId": "plaintext", "version": 1, "text": BAD}
    with started(tmp_path, code=TALKATIVE) as process:
        assert process.stdin is not None and process.stderr is not None
        process.stdin.write(HELLO + framed("textDocument/didOpen", {"textDocument": item}))
        process.stdin.flush()
        said = [process.stderr.readline() for _ in range(2)]
        out, _ = process.communicate(GOODBYE, timeout=PATIENCE)
    assert (process.returncode, said) == (0, [b"printed\n", b"by a child\n"])
    assert {message.get("id") for message in messages(out)} >= {1, 2}


def test_a_message_that_is_none_does_not_end_the_server(tmp_path: Path) -> None:
    broken = b'Content-Length: 5\r\n\r\n{"a":'
    code, out, err = spoken(tmp_path, HELLO, broken, framed("nobody/knows", {}, 7), GOODBYE)
    assert (code, err) == (0, b"")
    assert {message.get("id") for message in messages(out)} >= {1, 2, 7}


def test_without_the_extra_the_command_says_which_one_it_needs(tmp_path: Path) -> None:
    ended = spoken(tmp_path, HELLO, code="import sys; sys.modules['pygls'] = None")
    said = b"redmark: lsp: pygls is not installed; pip install 'redmark[lsp]' brings it\n"
    assert ended == (2, b"", said)


def test_a_wrong_setting_of_the_command_line_is_a_fault_of_usage(tmp_path: Path) -> None:
    ran = redmark("lsp", "-o", "fail-onn=error", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean 'fail-on'?" in ran.err


def test_a_check_does_not_load_the_language_server(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(BAD)
    code = (
        "import sys\nfrom validator.cli import run\nsys.argv[1:] = ['check', 'bad.txt']\nrun()\n"
        "print([name for name in sys.modules if 'lsp' in name or name == 'asyncio'], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
    )
    assert done.stderr.splitlines()[-1] == b"[]"
