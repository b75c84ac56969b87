"""Changes as an editor sends them, and which state of a document is the newest."""

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import TextDocumentContentChangePartial, TextDocumentContentChangeWholeDocument

from validator.lsp.open_documents import OpenDocument, OpenDocuments
from validator.lsp.positions import Lines

TEXTS = st.text(st.sampled_from("ab\f\u2028\n\r\U0001f6a2"), max_size=20)


def opened(text: str, encoding: str = "utf-16") -> OpenDocument:
    return OpenDocument("file:///x.txt", None, "plaintext", 1, text, encoding)


def partly(document: OpenDocument, start: int, end: int, text: str) -> TextDocumentContentChangePartial:
    return TextDocumentContentChangePartial(range=document.lines.range(start, end), text=text)


@given(TEXTS, st.data(), TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_a_change_of_a_part_is_what_the_editor_made_of_the_text(
    text: str, data: st.DataObject, new: str, encoding: str
) -> None:
    places = [at for at in range(len(text) + 1) if text[at - 1 : at + 1] != "\r\n" or at == 0]
    start, end = sorted((data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))))
    document = opened(text, encoding)
    changed = document.changed(2, [partly(document, start, end, new)])
    assert (changed.text, changed.version) == (text[:start] + new + text[end:], 2)


def test_each_change_counts_from_the_one_before_it() -> None:
    document = opened("one two")
    between = opened("ship two")
    changes = [partly(document, 0, 3, "ship"), partly(between, 5, 8, "three")]
    assert document.changed(2, changes).text == "ship three"


def test_a_change_without_a_range_is_the_whole_text() -> None:
    changes = [TextDocumentContentChangeWholeDocument("a"), TextDocumentContentChangeWholeDocument("b")]
    assert opened("one").changed(2, changes).text == "b"


def test_half_a_character_becomes_a_question_mark() -> None:
    assert opened("").changed(2, [TextDocumentContentChangeWholeDocument("a\ud83dz")]).text == "a?z"


def test_a_change_before_the_byte_order_mark_leaves_it_where_it_was() -> None:
    document = opened("\ufeffone")
    assert document.text == "one"
    changed = document.changed(2, [partly(document, 0, 1, "O")])
    assert (changed.whole, changed.text) == ("\ufeffOne", "One")
    assert Lines("\ufeffone").position(0).character == 1


def test_nothing_is_done_for_a_text_that_has_changed_or_was_closed() -> None:
    documents, done = OpenDocuments(), []
    first = opened("one")
    documents.put(first)
    documents.if_current(first, lambda: done.append("current"))
    documents.put(opened("two"))
    documents.if_current(first, lambda: done.append("changed"))
    documents.close(first.uri, lambda: done.append("closing"))
    documents.if_current(first, lambda: done.append("closed"))
    assert (done, documents.get(first.uri), documents.uris()) == (["current", "closing"], None, ())
