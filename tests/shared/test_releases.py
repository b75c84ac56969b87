"""Real releases: the truth of the State Department's mails, bracketed notes, labels. No text of a mail is here."""

import re
from typing import Any

import pytest

from tests.shared.located import ABSENT, ROOT, documents, json_lines
from validator.model.document import Document
from validator.model.marked_nodes import ReleaseStamp
from validator.model.release_nodes import Redaction, UpgradeStamp
from validator.parsers import parse
from validator.readers import read_file
from validator.vocabulary.load import builtin

FOLDER = ROOT / "corpora" / "clinton_foia"
# The truth was read by rule from single lines. Here the stamp stands in a column beside the mail header or is cut in
# two, and more of it was read than the truth holds; each was compared with the text by hand.
READ_FURTHER = {
    "C05759014", "C05764120", "C05766427", "C05767904", "C05771761", "C05772776", "C05776307", "C05778416",
    "C05780489", "C05785730", "C05785762", "C05786331", "C05787623", "C05791252", "C05793522", "C05794103",
    "C05797284",
}  # fmt: skip
_NOTE = re.compile(r"\[[^][]*declassified\.?\s*\]")
_LABEL = re.compile(r"Ongoing.{0,3}Matter|Investigative Technique|Personal Privacy")


def read(document: Document) -> dict[str, Any]:
    """The facts of a release as the truth file names them."""
    stamps = [node for node in document.of("release_stamp") if isinstance(node, ReleaseStamp)]
    upgrades = [node for node in document.of("upgrade_stamp") if isinstance(node, UpgradeStamp)]
    stamp = next((stamp for stamp in stamps if stamp.form == "release"), None)
    found: dict[str, Any] = {
        "release": stamp.release.upper() if stamp and stamp.release else None,
        "codes": {_as_stamped(code) for code in stamp.codes} if stamp else set(),
    }
    return found | (_upgrade(upgrades[0]) if upgrades else {})


def _upgrade(stamp: UpgradeStamp) -> dict[str, Any]:
    return {
        "on": stamp.when and f"{stamp.when:%m/%d/%Y}",
        "declassify": stamp.expires and f"{stamp.expires:%m/%d/%Y}",
        "level": stamp.level and stamp.level.title,
        "reason": f"1.4({','.join(reason[4].upper() for reason in stamp.reasons)})",
    }


def _as_stamped(code: str) -> str:
    return code.upper() if code.startswith("1.") else f"B{code[4:5]}{code[6:]}"


def expected(truth: dict[str, Any]) -> dict[str, Any]:
    return {"release": truth["release"], "codes": set(truth["exemptions_in_stamp"])} | (
        truth["classified"] or {}
    )


@ABSENT
def test_releases_are_read_as_their_truth_says() -> None:
    """Nothing that the truth holds is missed; where more was read, the document is one of those looked at."""
    missed, further = set(), set()
    for truth in json_lines(FOLDER / "truth.jsonl"):
        found = read(parse(read_file(FOLDER / f"{truth['doc']}.txt"), builtin()))
        said = {key: value for key, value in expected(truth).items() if value}
        if not said.pop("codes", set()) <= found["codes"] or any(found.get(key) != said[key] for key in said):
            missed.add(truth["doc"])
        elif {key: value for key, value in found.items() if value} != {
            key: value for key, value in expected(truth).items() if value
        }:
            further.add(truth["doc"])
    assert missed == set()
    assert further == READ_FURTHER


@ABSENT
@pytest.mark.parametrize("corpus", ["frus_redactions", "frus_history_hac"])
def test_every_bracketed_note_is_read(corpus: str) -> None:
    for path in documents(f"corpora/{corpus}"):
        source = read_file(path)
        places = [match.span() for match in _NOTE.finditer(source.text)]
        nodes = [node for node in parse(source, builtin()).of("redaction") if isinstance(node, Redaction)]
        assert [(node.start, node.end) for node in nodes if node.form == "note"] == places
        assert all(node.unit for node in nodes if node.form == "note")


@ABSENT
def test_every_label_is_read() -> None:
    counts = []
    for path in documents("corpora/mueller_report"):
        source = read_file(path)
        labels = [
            node for node in parse(source, builtin()).of("redaction") if getattr(node, "form", "") == "label"
        ]
        assert len(labels) == len(_LABEL.findall(source.text))
        counts.append(len(labels))
    assert sum(counts) == 37
