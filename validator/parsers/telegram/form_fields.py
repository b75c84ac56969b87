"""The fields of the White House message form (1990s) that repeat what the format lines of the telegram say."""

import re

from validator.model.nodes import DateTimeGroup, Routing
from validator.model.telegram_nodes import MessageForm
from validator.parsers.telegram.draft import Draft

_FIELD = re.compile(r"(?P<name>OSRI|SSN|DTG)\s{0,3}:?\s{1,20}(?P<value>\S.*)")
_SERIAL = re.compile(r"\d{1,5}(?!\S)")
_STATION = re.compile(r"R[A-Z]{3,7}(?!\S)")
_GROUP = re.compile(r"(?P<time>\d{6})\s?Z\s{0,4}(?P<month>[A-Z]{3})\s{0,4}(?P<year>\d{2})(?!\S)")


def add_message_form(draft: Draft) -> None:
    """Adds the form, with each field that is read whole; a field that a scan garbled is left out."""
    fields: dict[str, tuple[int, str]] = {}
    for index, text in enumerate(draft.lines.texts):
        match = _FIELD.match(text)
        if match is not None:
            fields.setdefault(match["name"], (index, match["value"]))
    first = min(index for index, _ in fields.values()) if fields else 0
    routing = next((node for node in draft.nodes.get("routing", ()) if isinstance(node, Routing)), None)
    group = next(
        (node for node in draft.nodes.get("date_time_group", ()) if isinstance(node, DateTimeGroup)), None
    )
    serial, originator = _whole(_SERIAL, fields, "SSN"), _whole(_STATION, fields, "OSRI")
    draft.add(
        MessageForm(
            start=draft.lines.offset(first),
            end=draft.lines.end(first),
            originator=originator,
            # JANAP 128 adds letters to the indicator of a post: RUEHC is RUEHCAA there.
            station=routing.station[: len(originator)]
            if routing and routing.station and originator
            else None,
            serial=int(serial) if serial else None,
            station_serial=routing.serial if routing else None,
            group=_group(fields["DTG"][1]) if "DTG" in fields else None,
            line_group=_group(group.written) if group else None,
        )
    )


def _whole(form: "re.Pattern[str]", fields: dict[str, tuple[int, str]], name: str) -> str | None:
    match = form.match(fields[name][1]) if name in fields else None
    return match.group() if match else None


def _group(text: str) -> str | None:
    """Time, month and year of a date-time group without blanks, to compare."""
    match = _GROUP.search(text)
    return "".join(match.groups()) if match else None
