"""What the editor may ask for or tell: each message of the protocol with what answers it."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeAlias

from lsprotocol import types
from pygls.uris import to_fs_path

from validator.engine.settings_file import FILES
from validator.engine.suppressions import FILE_NAME
from validator.lsp.assessment import get_ready
from validator.lsp.completion import completions
from validator.lsp.hover import hover_on_marking, hover_on_rule
from validator.lsp.open_documents import OpenDocument, writable
from validator.lsp.projects import Projects
from validator.lsp.quick_fixes import Asked, quick_fixes
from validator.lsp.roles import Role, role_of
from validator.lsp.server import RedmarkServer
from validator.lsp.symbols import symbols_of

_Handler: TypeAlias = Callable[[RedmarkServer, Any], Any]
_TRIGGERS: Final = ("(", "/", ",", "-", "[", '"', "'")
_WATCHERS: Final = "redmark-settings"


def serve(projects: Projects, stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Serves until the editor ends the connection; the exit code that the protocol asks for."""
    # Its lines hold whole messages, and so the text of documents.
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
    server = RedmarkServer(projects)
    for method in (
        types.TEXT_DOCUMENT_DID_OPEN,
        types.TEXT_DOCUMENT_DID_CHANGE,
        types.TEXT_DOCUMENT_DID_CLOSE,
    ):
        # pygls would keep texts of its own, in whose count a form feed ends a line: see `positions`.
        del server.protocol.fm.builtin_features[method]
    for method, (handler, options) in _FEATURES.items():
        server.feature(method, options)(handler)
    for method, handler in _SLOW.items():
        server.feature(method)(server.thread()(handler))
    server.start_io(stdin, stdout)
    server.turns.stop()
    return 0 if server.was_shut_down else 1


def _open(ls: RedmarkServer, params: types.DidOpenTextDocumentParams) -> None:
    item = params.text_document
    path = to_fs_path(item.uri) if item.uri.startswith("file:") else None
    encoding = str(getattr(ls.workspace.position_encoding, "value", ls.workspace.position_encoding))
    document = OpenDocument(
        item.uri,
        Path(path) if path else None,
        str(item.language_id),
        item.version,
        writable(item.text),
        encoding,
    )
    ls.put(document, at_once=True)


def _change(ls: RedmarkServer, params: types.DidChangeTextDocumentParams) -> None:
    document = ls.documents.get(params.text_document.uri)
    if document is not None:
        ls.put(document.changed(params.text_document.version, params.content_changes), at_once=False)


def _save(ls: RedmarkServer, params: types.DidSaveTextDocumentParams) -> None:
    """A file that is no document may be one by which documents are judged."""
    document = ls.documents.get(params.text_document.uri)
    if document is not None and role_of(document) is not Role.TEXT:
        ls.ask_for_all()


def _close(ls: RedmarkServer, params: types.DidCloseTextDocumentParams) -> None:
    ls.close(params.text_document.uri)


def _changed_elsewhere(ls: RedmarkServer, params: Any) -> None:
    ls.ask_for_all()


def _initialized(ls: RedmarkServer, params: types.InitializedParams) -> None:
    """Makes ready, and asks to be told when a file changes by which documents are judged."""
    ls.turns.first(get_ready)
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace is not None else None
    if watching is None or not watching.dynamic_registration:
        return
    watchers = [types.FileSystemWatcher(f"**/{name}") for name in (*FILES, FILE_NAME)]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    registration = types.Registration(_WATCHERS, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    ls.client_register_capability(types.RegistrationParams([registration]))


def _shutdown(ls: RedmarkServer, params: None) -> None:
    ls.was_shut_down = True


def _complete(ls: RedmarkServer, params: types.CompletionParams) -> types.CompletionList | None:
    uri = params.text_document.uri
    document = ls.documents.get(uri)
    if document is None:
        return None
    offset = document.lines.offset(params.position)
    items = completions(document, offset, ls.kind_of(uri), ls.setup_of(uri))
    return types.CompletionList(is_incomplete=False, items=items)


def _code_action(ls: RedmarkServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """None while the newest text has not been judged: its findings, and with them the actions, come in a moment."""
    found = ls.assessment(params.text_document.uri)
    if found is None:
        return []
    workspace = ls.client_capabilities.workspace
    edits = workspace.workspace_edit if workspace is not None else None
    with_version = edits is not None and bool(edits.document_changes)
    return quick_fixes(found, Asked(params.range, tuple(params.context.diagnostics), with_version))


def _hover(ls: RedmarkServer, params: types.HoverParams) -> types.Hover | None:
    document = ls.documents.get(params.text_document.uri)
    if document is None:
        return None
    offset = document.lines.offset(params.position)
    on_rule = hover_on_rule(document, offset, ls.setup_of(document.uri))
    if on_rule is not None:
        return on_rule
    understood = ls.understood(document)
    return hover_on_marking(document, offset, understood) if understood is not None else None


def _symbols(ls: RedmarkServer, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    document = ls.documents.get(params.text_document.uri)
    understood = ls.understood(document) if document is not None else None
    return symbols_of(document, understood) if document is not None and understood is not None else []


_COMPLETION: Final = types.CompletionOptions(trigger_characters=_TRIGGERS)
_ACTIONS: Final = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])

# Answered in their order, as each builds on the ones before it.
_FEATURES: Final[dict[str, tuple[_Handler, Any]]] = {
    types.INITIALIZED: (_initialized, None),
    types.SHUTDOWN: (_shutdown, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (_code_action, _ACTIONS),
    types.TEXT_DOCUMENT_COMPLETION: (_complete, _COMPLETION),
    types.TEXT_DOCUMENT_DID_CHANGE: (_change, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (_close, None),
    types.TEXT_DOCUMENT_DID_OPEN: (_open, None),
    types.TEXT_DOCUMENT_DID_SAVE: (_save, None),
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (_changed_elsewhere, None),
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: (_changed_elsewhere, None),
}
# They read a document anew, which takes long for a large one: meanwhile the editor is listened to.
_SLOW: Final[dict[str, _Handler]] = {
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: _symbols,
    types.TEXT_DOCUMENT_HOVER: _hover,
}
