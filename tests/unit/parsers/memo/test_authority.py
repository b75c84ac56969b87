"""The authority block, wherever it stands and however it is labelled."""

import pytest

from tests.unit.parsers.made import fields
from tests.unit.parsers.memo.made import memo

FORMS = {
    "as in the directive": "Classified By: Jane Roe, Chief\nDerived From: Guide 5\nDeclassify On: 20400312",
    "in capitals": "CLASSIFIED BY: JANE ROE, CHIEF\nDERIVED FROM: GUIDE 5\nDECLASSIFY ON: 20400312",
    "without colons": "Classified By Jane Roe, Chief\nDerived From Guide 5\nDeclassify On 20400312",
    "as portions": "(U) Classified By: Jane Roe, Chief\n(U) Derived From: Guide 5\n(U) Declassify On: 20400312",
    "in a table": "| Classified By: | Jane Roe, Chief |\n| Derived From: | Guide 5 |\n| Declassify On: | 20400312 |",
    "in bold of Markdown": "**Classified By:** Jane Roe, Chief\n**Derived From:** Guide 5\n**Declassify On:** 20400312",
    "far to the right": f"{' ' * 40}Classified By: Roe\n{' ' * 40}Derived From: Guide 5\n{' ' * 40}Declassify On: 20400312",
    "as the CIA wrote it": "CL BY: 0706993\nDRV FROM: COL 1-82\nDECL ON: 20400312",
    "in one line, as e-mail may have it": "Classified By: Jane Roe, Chief; Derived From: Guide 5; Declassify On: 20400312",
    "with a line to downgrade": (
        "Classified By: Jane Roe\nDerived From: Guide 5\nDowngrade To: CONFIDENTIAL on 20200101\nDeclassify On: 20400312"
    ),
}
LEFT_ALONE = {
    "a sentence": "The berth was\nclassified by the port as unsafe.",
    "a sentence with a name": "The berth was, as we all know, long\nClassified By Roe as unsafe.",
    "a reason that is none": "Reasonable men differ.",
    "a source": "derived from old maps, the chart is wrong.",
}


@pytest.mark.parametrize("block", FORMS.values(), ids=FORMS)
def test_a_block_is_read(block: str) -> None:
    document = memo("(S//NF) One.\n\n" + block)
    assert [len(document.of(kind)) for kind in ("classified_by", "derived_from", "declassification")] == [
        1,
        1,
        1,
    ]
    ((when,),) = fields(document, "declassification", "when")
    assert str(when) == "2040-03-12"
    assert document.derivative


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(text: str) -> None:
    document = memo("(S//NF) " + text)
    assert [document.of(kind) for kind in ("classified_by", "derived_from", "reason")] == [(), (), ()]


def test_an_original_decision_gives_its_reason() -> None:
    document = memo(
        "(S) One.\n\nClassified By: Jane Roe, Chief\nReason: 1.4(a) and (c)\nDeclassify On: 20230301"
    )
    assert fields(document, "reason", "section", "categories") == [("1.4", ("a", "c"))]
    assert fields(document, "classified_by", "name") == [("Jane Roe, Chief",)]


def test_the_last_line_of_a_cable_of_the_cia_has_all_in_one() -> None:
    document = memo(
        "(S//NF) One.\n\nFILE: NONE. CL BY: 0123456, CL REASON: 1.5(C), DECL ON: X1, DRV FRM: COL 1-82"
    )
    kinds = ("classified_by", "reason", "declassification", "derived_from")
    assert [len(document.of(kind)) for kind in kinds] == [1, 1, 1, 1]
    assert fields(document, "reason", "section", "categories") == [("1.5", ("c",))]
    assert document.has == {"whole", "header", "body"}


def test_an_original_decision_in_one_line() -> None:
    document = memo("(S) One.\n\nClassified By: Jane Roe, Chief | Reason: 1.4(a) | Declassify On: 20230301")
    assert fields(document, "reason", "section", "categories") == [("1.4", ("a",))]
    assert fields(document, "declassification", "written") == [("20230301",)]


def test_the_stamp_of_a_release_is_no_block_in_one_line() -> None:
    stamp = "Classified by Div 5 on 10/30/2015 ~ Class: SECRET ~ Reason: 1.4(D) ~ Declassify on: 11/08/2024"
    assert memo("(S) One.\n\n" + stamp).of("declassification") == ()


UNREADABLE = {
    "a label that a scan misread": "CL BY: 705641\nCL REASON 1.5(c)\nDect Om: XT",
    "labels of one line that a scan misread": 'FICE: NONE. CL BY?" 2224018, CE REASON: ~"1.87 y, DECL ON y',
}


@pytest.mark.parametrize("block", UNREADABLE.values(), ids=UNREADABLE)
def test_the_header_cannot_be_judged_with(block: str) -> None:
    assert memo("(S) One.\n\n" + block).has == {"whole", "body"}


def test_a_bundle_of_documents_is_no_whole_one() -> None:
    memos = "SUBJECT: (U) Berths\n\n1. (S) One.\n\n" * 3
    assert memo(memos).has == {"header", "body"}


def test_a_block_in_the_middle_ends_at_the_banner() -> None:
    document = memo("Classified By: Jane Roe\nSECRET//NOFORN\n\n(S) One.")
    assert fields(document, "classified_by", "name") == [("Jane Roe",)]
