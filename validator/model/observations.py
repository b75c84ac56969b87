"""The closed list of what a reader can observe in a file, one line of meaning each.

The classes are those of the NSA's "Redaction of PDF Files Using Adobe Acrobat Professional X" and "Hidden Data and
Metadata in Adobe PDF Files", of the courts' redaction pages, and of published failures.
"""

from typing import Final

TEXT: Final[dict[str, str]] = {
    "not-utf8": "bytes that are not UTF-8 and were read as Windows-1252",
    "control-characters": "characters that no text holds",
    "zero-width-characters": "letters or signs of no width between visible ones",
    "tag-characters": "invisible characters of the Unicode tag block",
    "bidirectional-override": "a control that shows the letters in another order than they are stored in",
    "block-length": "blocks as long as the words they stand for; once for a document, `value` is how many there are",
}
PAGE: Final[dict[str, str]] = {
    "covered-text": "text under something opaque that was put over it; `cover` says what",
    "light-covered-text": "text under a white or light cover",
    "same-colour-text": "text in the colour of what lies behind it, on a dark ground",
    "see-through-cover": "text under a dark cover that lets it through",
    "partly-covered-text": "a word of which a cover leaves a part to be seen or guessed",
    "unapplied-redaction": "a redaction that was marked and never applied",
    "ocr-text-under-box": "a word of the recognised text in a dark region of the scanned picture",
    "image-under-box": "a part of a picture under a box that can be taken off",
    "hidden-layer": "text on a layer that is switched off",
    "off-page-text": "text outside the page or what is shown of it",
    "invisible-text": "text set to be drawn invisibly on a page that is no scan",
    "transparent-text": "text drawn with no opacity",
    "white-text": "text in the colour of the paper",
    "tiny-text": "text too small to be read",
    "clipped-text": "text outside its clipping path",
    "image-outside-clip": "a part of a picture that its clip or crop hides",
}
FILE: Final[dict[str, str]] = {
    "earlier-revision": "words of an earlier revision that the current one lacks",
    "orphan-object": "an object that nothing refers to any more",
    "metadata-words": "words of the document's properties that no page shows",
    "attachment": "a file attached to the document",
    "bookmark-words": "words of a bookmark that no page shows",
    "destination-name": "the name of a destination with words that no page shows",
    "form-value": "a form field whose value no page shows",
    "tag-text": "alternative or actual text of a tag that differs from what is shown",
    "script": "a script",
    "comment": "a comment or note",
    "link-target": "the target of a link with words or an address that no page shows",
    "thumbnail": "a small picture of a page or document, which may be older than it",
}
OFFICE: Final[dict[str, str]] = {
    "tracked-deletion": "deleted text kept by the tracking of changes",
    "tracked-insertion": "inserted text that is not accepted; it is shown, so it stays in the text",
    "tracked-move": "text kept at the place that it was moved from",
    "hidden-text": "text formatted as hidden",
    "highlighted-text": "text under a highlight of its own colour",
    "shaded-text": "text under a shading of its own colour",
    "shape-over-text": "a dark shape in front of text",
    "custom-data": "custom XML with words that the document does not show",
    "document-variable": "a document variable with words that the document does not show",
    "bookmark-name": "the name of a bookmark with words that the document does not show",
    "field-code": "a field with a path or words that the document does not show",
    "alternative-text": "alternative text of a picture or shape",
    "embedded-object": "an embedded document or object",
    "orphan-part": "a part of the package that nothing refers to, or a header or footer that no section shows",
    "cropped-picture": "a picture that keeps what its crop hides",
    "macro": "a program in the document",
}
WEB: Final[dict[str, str]] = {
    "source-comment": "a comment in the source of a page",
    "style-hidden-text": "text that a style hides",
    "off-screen-text": "text that a style moves off the screen or clips away",
    "attribute-words": "words in an attribute that the page does not show",
    "hidden-input": "a hidden input of a form",
    "page-metadata": "words of a meta element or of front matter",
    "struck-through-text": "text struck through, which is there to be read",
}
SIDE_CHANNEL: Final[dict[str, str]] = {
    "box-of-word-width": "a box exactly as wide as the words it replaces",
    "glyph-displacement": "positions of letters that tell the width of removed words",
    "font-leftover": "letters of a font's subset that the text does not use",
}
WITHHELD: Final[dict[str, str]] = {"withheld-text": "words that the user's list says must not be there"}
COMPARISON: Final[dict[str, str]] = {
    "deletion": "words of the original that the redacted copy lacks",
    "deletion-without-mark": "a deletion that nothing marks at its place",
    "addition": "words of the redacted copy that the original lacks and that mark no deletion",
    "deleted-words-elsewhere": "a deleted name or number that still stands elsewhere in the copy",
    "marking-changed": "a marking that differs from the original's, in a copy that does not say it was declassified",
    "numbering-changed": "paragraph numbers that differ from the original's",
}
SUPPRESSIONS: Final[dict[str, str]] = {
    "suppression-by-the-document": "a comment that would silence a rule on what is hidden in its own document",
    "suppression-expired": "a suppression whose last day is over, or no date",
    "suppression-malformed": "a comment that is meant to silence rules, and is not written as one",
    "suppression-of-unknown-rule": "a suppression of a rule that does not exist",
    "suppression-unused": "a suppression of a file that was checked, which silenced nothing",
    "suppression-without-reason": "a suppression that gives no reason",
}

_OF_A_RUN: Final = WITHHELD | COMPARISON | SUPPRESSIONS
OBSERVATIONS: Final[dict[str, str]] = TEXT | PAGE | FILE | OFFICE | WEB | SIDE_CHANNEL | _OF_A_RUN
