"""An editor as the server sees one: another process, spoken to through the client of pygls."""

import asyncio
import os
import sys
import threading
from asyncio.subprocess import Process
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.cli.running import ROOT

PATIENCE = 60  # seconds until something that should come is given up
T = TypeVar("T")


class Client(LanguageClient):
    """The client, which keeps what the server says unasked."""

    def __init__(self) -> None:
        super().__init__("tests", "1")
        self.news = threading.Condition()
        self.published: list[types.PublishDiagnosticsParams] = []
        self.messages: list[str] = []
        self.registered: list[str] = []
        self.ended: tuple[int, bytes] | None = None
        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(self._keep(self.published, lambda each: each))
        self.feature(types.WINDOW_SHOW_MESSAGE)(self._keep(self.messages, lambda each: each.message))
        self.feature(types.CLIENT_REGISTER_CAPABILITY)(
            self._keep(self.registered, lambda each: each.registrations[0].method)
        )

    def _keep(self, kept: list[T], part: Callable[[Any], T]) -> Callable[[Any], None]:
        def keep(params: Any) -> None:
            with self.news:
                kept.append(part(params))
                self.news.notify_all()

        return keep

    async def server_exit(self, server: Process) -> None:
        assert server.stderr is not None and server.returncode is not None
        errors = await server.stderr.read()
        with self.news:
            self.ended = server.returncode, errors
            self.news.notify_all()


class Editor:
    """One running `redmark lsp`, and the documents that are open in it."""

    def __init__(
        self, folder: Path, *arguments: str, encodings: tuple[str, ...] = (), versions: bool = True
    ) -> None:
        self.folder, self.client = folder, Client()
        self._versions: dict[str, int] = {}
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "validator", "lsp", *arguments]
        self._do(lambda: self.client.start_io(*command, cwd=folder, env=environment))
        place = types.WorkspaceFolder(folder.as_uri(), folder.name)
        parameters = types.InitializeParams(_capabilities(encodings, versions), workspace_folders=[place])
        self.server: types.InitializeResult = self.request(types.INITIALIZE, parameters)
        self.notify(types.INITIALIZED, types.InitializedParams())

    def request(self, method: str, params: Any) -> Any:
        """The answer to a request."""
        return self._do(lambda: self.client.protocol.send_request_async(method, params))

    def notify(self, method: str, params: Any) -> None:
        """Tells the server something."""
        self._loop.call_soon_threadsafe(self.client.protocol.notify, method, params)

    def uri(self, name: str) -> str:
        """A name with a colon is an URI already."""
        return name if ":" in name else (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "plaintext") -> list[types.Diagnostic]:
        """Opens a document with this text, whatever is on the disk; what the server finds in it."""
        self._versions[name] = self._versions.get(name, 0) + 1
        item = types.TextDocumentItem(self.uri(name), language, self._versions[name], text)
        self.notify(types.TEXT_DOCUMENT_DID_OPEN, types.DidOpenTextDocumentParams(item))
        return self.diagnostics(name)

    def change(self, name: str, *changes: Any) -> list[types.Diagnostic]:
        """Sends changes as one new version."""
        self.type(name, *changes)
        return self.diagnostics(name)

    def type(self, name: str, *changes: Any) -> None:
        """Sends changes, and waits for nothing."""
        self._versions[name] += 1
        identifier = types.VersionedTextDocumentIdentifier(self._versions[name], self.uri(name))
        params = types.DidChangeTextDocumentParams(identifier, list(changes))
        self.notify(types.TEXT_DOCUMENT_DID_CHANGE, params)

    def rewrite(self, name: str, text: str) -> list[types.Diagnostic]:
        """Replaces the whole text."""
        return self.change(name, types.TextDocumentContentChangeWholeDocument(text))

    def save(self, name: str) -> None:
        """Says that a document was saved."""
        identifier = types.TextDocumentIdentifier(self.uri(name))
        self.notify(types.TEXT_DOCUMENT_DID_SAVE, types.DidSaveTextDocumentParams(identifier))

    def close(self, name: str) -> None:
        """Closes a document."""
        identifier = types.TextDocumentIdentifier(self.uri(name))
        self.notify(types.TEXT_DOCUMENT_DID_CLOSE, types.DidCloseTextDocumentParams(identifier))

    def published(self, name: str) -> list[types.PublishDiagnosticsParams]:
        """All that was published for a document, in its order."""
        uri = self.uri(name)
        return [each for each in self.client.published if each.uri == uri]

    def diagnostics(self, name: str, after: int = 0) -> list[types.Diagnostic]:
        """What is published for the newest version of a document, behind so many publications."""
        wanted = self._versions[name]

        def newest() -> types.PublishDiagnosticsParams | None:
            found = self.published(name)[after:]
            return found[-1] if found and found[-1].version == wanted else None

        return list(self.awaited(newest).diagnostics)

    def awaited(self, condition: Callable[[], T | None]) -> T:
        """What the condition gives once the server has said what fulfils it."""
        with self.client.news:
            assert self.client.news.wait_for(lambda: condition() is not None, PATIENCE), "nothing came"
            found = condition()
        assert found is not None
        return found

    def hover(self, name: str, line: int, character: int) -> str | None:
        """The Markdown that is shown at a place."""
        params = types.HoverParams(
            types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character)
        )
        found = self.request(types.TEXT_DOCUMENT_HOVER, params)
        return None if found is None else found.contents.value

    def completion(self, name: str, line: int, character: int) -> list[types.CompletionItem]:
        """What is offered at a place."""
        place = types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character)
        return list(self.request(types.TEXT_DOCUMENT_COMPLETION, types.CompletionParams(*place)).items)

    def actions(self, name: str, diagnostic: types.Diagnostic) -> list[types.CodeAction]:
        """What can be done about a diagnostic."""
        identifier = types.TextDocumentIdentifier(self.uri(name))
        params = types.CodeActionParams(identifier, diagnostic.range, types.CodeActionContext([diagnostic]))
        return list(self.request(types.TEXT_DOCUMENT_CODE_ACTION, params) or [])

    def symbols(self, name: str) -> list[types.DocumentSymbol]:
        """The outline."""
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(self.uri(name)))
        return list(self.request(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, params) or [])

    def end(self, *, politely: bool = True) -> tuple[int, bytes]:
        """Ends the server; its exit code, and what it wrote to standard error."""
        if self.client.ended is None:
            if politely:
                self.request(types.SHUTDOWN, None)
            self.notify(types.EXIT, None)
        ended = self.awaited(lambda: self.client.ended)
        self._loop.call_soon_threadsafe(self._loop.stop)
        return ended

    def _do(self, begin: Callable[[], Any]) -> Any:
        async def limited() -> Any:
            return await asyncio.wait_for(begin(), PATIENCE)

        return asyncio.run_coroutine_threadsafe(limited(), self._loop).result()


@contextmanager
def editing(
    folder: Path, *arguments: str, encodings: tuple[str, ...] = (), versions: bool = True
) -> Iterator[Editor]:
    """An editor for as long as a block lasts; its server ended as it should."""
    editor = Editor(folder, *arguments, encodings=encodings, versions=versions)
    try:
        yield editor
    finally:
        ended = editor.end()
    assert ended == (0, b"")


def edits_of(action: types.CodeAction) -> list[types.TextEdit]:
    """The edits of an action, which are of one version of one document."""
    assert action.edit is not None and action.edit.document_changes is not None
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    return [edit for edit in change.edits if isinstance(edit, types.TextEdit)]


def _capabilities(encodings: tuple[str, ...], versions: bool) -> types.ClientCapabilities:
    watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    edits = types.WorkspaceEditClientCapabilities(document_changes=versions)
    return types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(did_change_watched_files=watching, workspace_edit=edits),
        general=types.GeneralClientCapabilities(position_encodings=list(encodings)) if encodings else None,
    )
