"""JSON on one line, in UTF-8 whatever the text: half a surrogate pair is written out as a backslash escape."""

import json
import re
from typing import Any, Final

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def compact_json(value: Any) -> bytes:
    """The value as JSON; keys stand in the order in which they were put in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda found: f"\\\\u{ord(found[0]):04x}", text).encode()
