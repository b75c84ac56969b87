"""What a release put on a document, as plain data for the report: codes, numbers and days, never words."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final, TypeAlias, cast

from validator.model.document import Document
from validator.model.marked_nodes import ReleaseStamp
from validator.model.release_nodes import Exemption, PageFrame, Redaction, UpgradeStamp

Data: TypeAlias = dict[str, Any]

_KINDS: Final = frozenset({"exemption", "page_frame", "redaction", "upgrade_stamp"})


def release_data(document: Document) -> Data | None:
    """The `release` of a document in the report; None where nothing shows a release or a withheld place."""
    if document.release is None and _KINDS.isdisjoint(document.nodes):
        return None
    stamps = cast("tuple[ReleaseStamp, ...]", document.of("release_stamp"))
    frames = cast("tuple[PageFrame, ...]", document.of("page_frame"))
    codes = cast("tuple[Exemption, ...]", document.of("exemption"))
    places = cast("tuple[Redaction, ...]", document.of("redaction"))
    named = next((stamp.codes for stamp in stamps if stamp.form == "release"), ())
    return {
        "release": document.release,
        "codes": list(named),
        "case": frames[0].case if frames else None,
        "number": frames[0].number if frames else None,
        "frames": len(frames),
        "exemptions": _counted(code.code for code in codes if code.place != "stamp" and code.known),
        "redactions": _counted(place.form for place in places),
        "upgrades": [
            _upgrade(stamp) for stamp in cast("tuple[UpgradeStamp, ...]", document.of("upgrade_stamp"))
        ],
    }


def _upgrade(stamp: UpgradeStamp) -> Data:
    return {
        "level": stamp.level.title if stamp.level is not None else None,
        "date": stamp.when.isoformat() if stamp.when else None,
        "declassify_on": stamp.expires.isoformat() if stamp.expires else None,
        "reasons": list(stamp.reasons),
    }


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
