"""No release takes more than linear time or makes the parser fail; rows of blanks cost nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.growth import FILLINGS, is_linear
from tests.unit.parsers.made import parsed
from tests.unit.parsers.release.made import CLASSIFIED, FRAME, MAIL, RIGHT
from validator.model.document import Document
from validator.model.kinds import KINDS

OURS = {
    "frames": FRAME,
    "frames in one line": FRAME.strip() + " ",
    "pages": FRAME + "\f",
    "stamps": f"{RIGHT}RELEASE IN PART\n",
    "stamps in one line": "   RELEASE IN PART",
    "halves of stamps": f"{RIGHT}RELEASE IN\n",
    "upgrades": CLASSIFIED + "\n",
    "upgrades in one line": CLASSIFIED,
    "margins": f"x{' ' * 120}B1,1.4(D)\n",
    "margins below each other": f"{' ' * 120}1.4(\n",
    "codes": "(b)(6) ",
    "codes in one margin": "B6,",
    "blocks": "█",
    "blocks and blanks": "██ ",
    "blocks and letters": "a██",
    "blocks in sentences": "Tell harbor master ██ about the fees today. ",
    "crosses": "XXXX ",
    "notes": "[1 line not declassified] ",
    "open brackets with words": "[redacted ",
    "labels": "Harm to Ongoing Matter ",
    "halves of labels": "Harm to ",
    "reviews": "EO Systematic Review\n",
    "mails": MAIL,
}
PLACES = {
    "framed": (FRAME, "\n" + FRAME),
    "bare": ("", ""),
    "in a stamp": (FRAME + RIGHT + "RELEASE IN ", ""),
}
LINES = st.sampled_from(
    [
        FRAME.strip(),
        f"{RIGHT}RELEASE IN PART",
        f"{RIGHT}RELEASE IN",
        f"{RIGHT}FULL",
        f"{RIGHT}B1,1.4(D)",
        f"x{RIGHT}1.4(",
        f"x{RIGHT}NR",
        CLASSIFIED,
        "Declassify on: 03/01/2027",
        "The agent ██████ (b)(6) left.",
        "(S//██) The agent left.",
        "[1 paragraph (2 lines) not declassified] [REDACTED - b6]",
        "From:   Roe",
        "Sent:   5 May 2012",
        "SECRET//NOFORN",
        "1. (S) One.",
        "\f",
        "",
    ]
)


@pytest.mark.parametrize("filling", (FILLINGS | OURS).values(), ids=FILLINGS | OURS)
@pytest.mark.parametrize(("before", "behind"), PLACES.values(), ids=PLACES)
def test_the_time_grows_with_the_text(before: str, behind: str, filling: str) -> None:
    def release_of(text: str) -> Document:
        return parsed(text, kind="release")

    assert is_linear(release_of, filling, before, behind)


@given(st.lists(LINES, max_size=40).map("\n".join))
def test_any_lines_make_a_document(text: str) -> None:
    document = parsed(text)
    assert set(document.nodes) <= KINDS.keys()
    for nodes in document.nodes.values():
        assert all(0 <= node.start <= node.end <= len(text) for node in nodes)
        assert all(one.start <= other.start for one, other in pairwise(nodes))
