"""One fault put into a clean telegram: exactly the rules that name it speak."""

import pytest

from tests.documents.reports import EXAMPLES, report_of, rules_of

CLEAN = (EXAMPLES / "clean-1998.txt").read_text(encoding="utf-8")
SECTIONS = (EXAMPLES / "three-sections-2006.txt").read_text(encoding="utf-8")

SECOND = CLEAN[CLEAN.index("2. (C)") : CLEAN.index("3. (S)")]
THIRD = CLEAN[CLEAN.index("3. (S)") : CLEAN.index("DOE\nBT")]

FIFTH = SECTIONS[SECTIONS.index("15. (SBU)") : SECTIONS.index("The Fish")]
SIXTH = SECTIONS[SECTIONS.index("The Fish") : SECTIONS.index("17. (C)")]

# what is replaced, by what: rules by severity from error to info
MUTATIONS: dict[str, tuple[list[tuple[str, str]], list[str]]] = {
    "nothing": ([], []),
    # numbers of paragraphs
    "a paragraph deleted": ([(SECOND, "")], ["paragraph-number-gap", "reference-listed-but-not-cited"]),
    "two paragraphs changed places": (
        [(SECOND + THIRD, THIRD + "\n" + SECOND)],
        ["paragraph-number-out-of-order"],
    ),
    "a paragraph doubled": ([(SECOND, SECOND * 2)], ["paragraph-number-repeated"]),
    "two numbers skipped": ([("3. (S)", "5. (S)")], ["paragraph-number-gap"]),
    "one paragraph left, and numbered": (
        [(SECOND + THIRD, ""), ("REF: (A) STATE 81044 (B) 97 EASTMERE 5120", "REF: STATE 81044"), ("(REF A)", "(REFTEL)")],
        ["single-paragraph-numbered"],
    ),
    # marks
    "a mark raised": ([("2. (C)", "2. (TS)")], ["portion-mark-above-banner"]),
    "a sub-paragraph raised": ([("-- (C)", "-- (TS)")], ["portion-mark-above-banner"]),
    "a mark dropped": ([("2. (C) ", "2. ")], ["portion-mark-missing"]),
    "a mark nobody knows": ([("2. (C)", "2. (Q)")], ["portion-mark-unknown"]),
    "a blank inside a mark": ([("2. (C)", "2. ( C)")], ["portion-mark-malformed"]),
    "a mark not closed": ([("2. (C)", "2. (C")], ["portion-mark-malformed"]),
    "a mark not opened": ([("2. (C)", "2. C)")], ["portion-mark-malformed"]),
    "a mark in small letters": ([("2. (C)", "2. (c)")], ["portion-mark-malformed"]),
    "all marks lowered": ([("1. (S)", "1. (C)"), ("3. (S)", "3. (C)")], ["banner-above-portions"]),
    "the subject raised": ([("SUBJECT: (C)", "SUBJECT: (TS)")], ["subject-mark-above-banner"]),
    "the mark of the subject dropped": ([("SUBJECT: (C) ", "SUBJECT: ")], ["subject-mark-missing"]),
    # routing
    "another serial": ([("RUEHXC #2204", "RUEHXC #2205")], ["station-serial-disagrees"]),
    "another message number": ([("EASTMERE 002204", "EASTMERE 002205")], ["station-serial-disagrees"]),
    "a wrong day of the year": ([("1271340", "2271340")], ["filing-time-disagrees"]),
    "a wrong prosign": ([("ZNY SSSSS", "ZNY CCCCC")], ["security-prosign-disagrees"]),
    "a prosign of four letters": ([("ZNY SSSSS", "ZNY SSSS")], ["security-prosign-malformed"]),
    "a prosign of two kinds": ([("ZNY SSSSS", "ZNY SSCSS")], ["security-prosign-malformed"]),
    "a wrong precedence": ([("OO RUEHC", "PP RUEHC")], ["precedence-disagrees"]),
    "an impossible day": ([("071338Z MAY", "321338Z MAY")], ["date-time-group-impossible"]),
    "an impossible hour": ([("071338Z MAY", "072538Z MAY")], ["date-time-group-impossible"]),
    # authority
    "an order of another time": ([("E.O. 12958", "E.O. 13526")], ["executive-order-not-of-its-era"]),
    "an order misspelt": ([("E.O. 12958", "E.O. 12953")], ["executive-order-misspelt"]),
    "an order of another matter": ([("E.O. 12958", "E.O. 10450")], ["executive-order-unknown"]),
    "no order": ([("E.O. 12958: DECL: 05/07/2008\n", "")], ["declassification-missing", "executive-order-missing"]),
    "no instruction": ([(": DECL: 05/07/2008", "")], ["declassification-missing"]),
    "not applicable": ([("DECL: 05/07/2008", "N/A")], ["declassification-missing"]),
    "a day past the limit": ([("05/07/2008", "05/08/2008")], ["declassification-beyond-limit"]),
    "the last day of the limit": ([("05/07/2008", "05/07/2008")], []),
    "a day before the telegram": ([("05/07/2008", "05/06/1998")], ["declassification-before-document-date"]),
    "an impossible day to declassify": ([("05/07/2008", "02/30/2008")], ["declassification-date-impossible"]),
    "a code of its time": ([("05/07/2008", "X1")], []),
    "a code of another time": ([("05/07/2008", "OADR")], ["declassification-instruction-not-of-its-era"]),
    "no classifier and no reason": (
        [("CLASSIFIED BY: AMBASSADOR JOHN DOE. REASON: 1.5 (B) AND (D).\n\n", "")],
        ["classified-by-missing", "reason-missing"],
    ),
    "no reason": ([(" REASON: 1.5 (B) AND (D).", "")], ["reason-missing"]),
    "a category k": ([("AND (D)", "AND (K)")], ["reason-category-unknown"]),
    "a section of another time": ([("1.5 (B)", "1.4 (B)")], ["reason-section-not-of-its-era"]),
    # header
    "no TAGS": ([("TAGS: PREL, EWWT, NO\n", "")], ["tags-missing"]),
    "no subject tag": ([("PREL, EWWT, NO", "NO")], ["tags-without-subject-tag"]),
    "a tag nobody knows": ([("EWWT", "EQQQ")], ["tags-unknown"]),
    "no SUBJECT": ([("SUBJECT: (C) EASTMERE'S REPLY ON THE FERRY TREATY\n", "")], ["subject-missing"]),
    "TAGS behind SUBJECT": (
        [
            ("TAGS: PREL, EWWT, NO\n", ""),
            ("REF: (A)", "TAGS: PREL, EWWT, NO\n\nREF: (A)"),
        ],
        ["header-lines-out-of-order"],
    ),
    "no message number": ([("EASTMERE 002204", "")], ["message-number-missing"]),
    "a letter skipped": (
        [("(B) 97", "(C) 97"), ("(REF B)", "(REF C)")],
        ["reference-letter-gap"],
    ),
    "a letter that is not listed": ([("(REF B)", "(REFS B AND C)")], ["reference-cited-but-not-listed"]),
    "a letter that is not cited": ([(" (REF B)", "")], ["reference-listed-but-not-cited"]),
    "itself among its references": ([("97 EASTMERE 5120", "EASTMERE 2204")], ["reference-to-itself"]),
    # body
    "a summary that does not end": ([(" END SUMMARY.", "")], ["summary-not-closed"]),
    "no signature": ([("DOE\nBT", "BT")], ["signature-missing"]),
    "nothing but line ends": ([("\n", "\r\n")], []),
    "nothing but blanks at line ends": ([("\n", " \n")], []),
}  # fmt: skip

SECTIONED: dict[str, tuple[list[tuple[str, str]], list[str]]] = {
    "nothing": ([], []),
    "a line lost": ([("NORDHAVEN 00000731 002 OF 003\n", "")], ["continuation-line-missing"]),
    "a number changed": (
        [("NORDHAVEN 00000731 002 OF 003", "NORDHAVEN 00000732 002 OF 003")],
        ["continuation-line-disagrees"],
    ),
    "a post changed": (
        [("NORDHAVEN 00000731 002 OF 003", "EASTMERE 00000731 002 OF 003")],
        ["continuation-line-disagrees"],
    ),
    "a total changed": (
        [("NORDHAVEN 00000731 002 OF 003", "NORDHAVEN 00000731 002 OF 004")],
        ["continuation-line-disagrees"],
    ),
    "two lines changed places": (
        [("002 OF 003", "00x OF 003"), ("003 OF 003", "002 OF 003"), ("00x OF 003", "003 OF 003")],
        ["section-out-of-order"],
    ),
    "the second section lost": (
        [(SECTIONS[SECTIONS.index("NORDHAVEN 00000731 002") : SECTIONS.index("NORDHAVEN 00000731 003")], "")],
        ["paragraph-number-gap", "reference-listed-but-not-cited", "section-missing"],
    ),
    "the last section lost": (
        [(SECTIONS[SECTIONS.index("NORDHAVEN 00000731 003") :], "")],
        ["section-missing", "signature-missing"],
    ),
    "a paragraph with a lost pilcrow doubled": ([(FIFTH, FIFTH * 2)], ["paragraph-number-repeated"]),
    "a paragraph with a lost pilcrow deleted": ([(FIFTH, "")], ["paragraph-number-gap"]),
    "two paragraphs with lost pilcrows changed places": (
        [(FIFTH + SIXTH, SIXTH + FIFTH)],
        ["paragraph-number-out-of-order"],
    ),
    "the section in DE changed": ([("#0731/01", "#0731/02")], []),
}  # fmt: skip
ALWAYS = {"lost-pilcrow", "sipdis-inside-text", "subject-mark-missing"}


def mutated(text: str, changes: list[tuple[str, str]]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(("changes", "rules"), MUTATIONS.values(), ids=MUTATIONS)
def test_a_clean_telegram_with(changes: list[tuple[str, str]], rules: list[str]) -> None:
    found = rules_of(report_of(mutated(CLEAN, changes)), "error", "warning", "info")
    assert sorted(set(found)) == sorted(rules)


@pytest.mark.parametrize(("changes", "rules"), SECTIONED.values(), ids=SECTIONED)
def test_a_telegram_of_three_sections_with(changes: list[tuple[str, str]], rules: list[str]) -> None:
    found = rules_of(report_of(mutated(SECTIONS, changes)), "error", "warning", "info")
    assert sorted(set(found) - ALWAYS) == sorted(rules)
