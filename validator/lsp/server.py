"""The server of one connection: which documents are open, what is known of them, and when they are judged."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from validator import __version__
from validator.lsp.assessment import WITHOUT_SETTINGS, Assessment, Assessor, understood
from validator.lsp.diagnostics import diagnostics_of
from validator.lsp.open_documents import OpenDocument, OpenDocuments
from validator.lsp.projects import Projects, Setup
from validator.lsp.roles import Role, role_of
from validator.lsp.turns import Turns
from validator.model.document import Document

NAME: Final = "redmark"
_WORKERS: Final = 3  # one reads what the editor says, the others answer what takes long


class RedmarkServer(LanguageServer):
    """One connection with an editor, and the documents that are open there."""

    def __init__(self, projects: Projects) -> None:
        super().__init__(NAME, __version__, max_workers=_WORKERS)
        self.documents = OpenDocuments()
        self.turns = Turns(self._check, self._failed)
        self.was_shut_down = False
        self._assessor = Assessor(projects, self._folders)
        self._assessments: dict[str, Assessment] = {}
        self._understood: dict[str, tuple[OpenDocument, Document | None]] = {}
        self._told: dict[Path | None, str] = {}

    def put(self, document: OpenDocument, *, at_once: bool) -> None:
        """A document has a new text."""
        self.documents.put(document)
        self.turns.ask(document.uri, at_once=at_once)

    def close(self, uri: str) -> None:
        """A document is no longer the editor's."""
        self.documents.close(uri, partial(self._publish, uri, None, []))
        self._assessments.pop(uri, None)
        self._understood.pop(uri, None)

    def ask_for_all(self) -> None:
        """What documents are judged by has changed."""
        for uri in self.documents.uris():
            self.turns.ask(uri)

    def assessment(self, uri: str) -> Assessment | None:
        """What is known of the newest text of a document; None while it is not."""
        found = self._assessments.get(uri)
        return found if found is not None and found.document is self.documents.get(uri) else None

    def setup_of(self, uri: str) -> Setup:
        """By what a document was judged last."""
        found = self._assessments.get(uri)
        return found.setup if found is not None else WITHOUT_SETTINGS

    def kind_of(self, uri: str) -> str:
        """Of which kind a document was when it was judged last."""
        found = self._assessments.get(uri)
        return found.report.kind if found is not None and found.report is not None else ""

    def understood(self, document: OpenDocument) -> Document | None:
        """A document as its parser understands it, worked out once for each text."""
        known = self._understood.get(document.uri)
        if known is None or known[0] is not document:
            known = (document, understood(document, self.setup_of(document.uri)))
            self._understood[document.uri] = known
        return known[1]

    def report_server_error(
        self, error: Exception, source: type[PyglsError] | type[JsonRpcException]
    ) -> None:
        """Says that something went wrong; the words of an error may hold those of a document, so not in its words."""
        if source is not FeatureRequestError:  # which is answered to whoever asked
            self._say(f"internal error: {type(error).__name__}; please report it")

    def _check(self, uri: str) -> None:
        document = self.documents.get(uri)
        if document is None:
            return
        found = self._assessor.assess(document, self.setup_of(uri))
        self.documents.if_current(document, partial(self._tell, found, diagnostics_of(found)))

    def _tell(self, found: Assessment, diagnostics: list[types.Diagnostic]) -> None:
        document = found.document
        self._assessments[document.uri] = found
        self._publish(document.uri, document.version, diagnostics)
        if role_of(document) is Role.TEXT:  # faults of our own files are underlined there, letter by letter
            if found.error and self._told.get(found.root) != found.error:
                self._say(found.error)
            self._told[found.root] = found.error

    def _failed(self, uri: str, error: BaseException) -> None:
        self._say(
            f"{uri or 'rules'}: could not be judged: internal error: {type(error).__name__}; please report it"
        )

    def _say(self, message: str) -> None:
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"redmark: {message}"))

    def _publish(self, uri: str, version: int | None, diagnostics: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def _folders(self) -> Iterable[Path]:
        paths = (to_fs_path(folder.uri) for folder in tuple(self.workspace.folders.values()))
        opened = [Path(path) for path in paths if path]
        root = self.workspace.root_path
        return opened or ([Path(root)] if root else [])
