"""A small collection in which something of everything is found: kinds, years, posts, names that want to do harm."""

import json
from pathlib import Path

from tests.cli.running import BAD, GOOD

CANARY = "QUETZALCOATL"  # stands in the prose of every document, and in no report
HOSTILE = '<script>alert("x")</script>&amp;'
TURNED = "a\u202eb\x1b[31m\nc"  # turns a line round, colours a terminal, begins a line


def telegram(day: str, text: str, serial: int) -> str:
    """A telegram of that day, with the paragraphs of another."""
    head = f"R {day}\nFM AMEMBASSY TALLINN\nTO SECSTATE WASHDC {serial}\n\n"
    return head + text.replace("000413", f"{serial:06}").replace("ROE", f"3. {CANARY} said so.\n\nROE")


def rows() -> dict[str, str | int]:
    """Names and texts; a number is no text."""
    return {
        "1998/good": telegram("041423Z MAY 98", GOOD, 413),
        "1998/bad": telegram("051423Z MAY 98", BAD, 414),
        "2003/bad": telegram("051423Z MAY 03", BAD, 415),
        "2003/worse": telegram("061423Z MAY 03", BAD.replace("TAGS: ECON, ETRD\n", ""), 416),
        HOSTILE: telegram("061423Z MAY 05", BAD, 417),
        TURNED: telegram("071423Z MAY 05", BAD, 418),
        "prose": f"Dear Anna,\n\n{CANARY} was quiet.\n",
        "broken": 7,
        "long/" + "name-of-a-document/" * 8 + "end": BAD.replace("ROE", f"{CANARY}\nROE"),
    }


def written(at: Path, **changed: str | int | None) -> Path:
    """The collection as JSON lines; what is changed to None is left out."""
    kept = {name: text for name, text in (rows() | changed).items() if text is not None}
    at.write_text("".join(f"{json.dumps({'id': name, 'text': text})}\n" for name, text in kept.items()))
    return at
