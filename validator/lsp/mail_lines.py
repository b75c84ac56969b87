"""Where the lines that a mail program shows stand in the file of the message.

The text of an e-mail is judged as it is shown, so its lines are not those of the file: there are headers between, and
lines may be folded or encoded. A line that stands in the file as it is shown is found again; another is not.
"""

from bisect import bisect_right

from validator.spans import LineIndex

_HEADERS = ("from:", "to:", "cc:", "date:", "subject:")


class MailLines:
    """Pairs the shown lines of a message with those of its file."""

    def __init__(self, shown: str, file: str) -> None:
        self._shown = LineIndex.of(shown)
        self._file = LineIndex.of(file)
        self._pairs = _paired(shown.split("\n"), [line.rstrip("\r") for line in file.split("\n")])

    def offset(self, offset: int) -> int | None:
        """The offset in the file of one in the shown text; None where its line is not to be found."""
        number = bisect_right(self._shown.starts, offset) - 1
        line = self._pairs.get(number)
        if line is None:
            return None
        return self._file.starts[line] + offset - self._shown.starts[number]


def _paired(shown: list[str], file: list[str]) -> dict[int, int]:
    """Number of a shown line -> number of the line in the file; each is looked for behind the one before."""
    end_of_head = file.index("") if "" in file else len(file)
    pairs: dict[int, int] = {}
    behind = end_of_head
    places: dict[str, list[int]] = {}
    for number, line in enumerate(file):
        places.setdefault(line, []).append(number)
    for number, line in enumerate(shown):
        listed = places.get(line, [])
        if line.lower().startswith(_HEADERS) and number < len(_HEADERS):
            found = listed[0] if listed and listed[0] < end_of_head else None
        else:
            at = bisect_right(listed, behind)
            found = listed[at] if line.strip() and at < len(listed) else None
            behind = behind if found is None else found
        if found is not None:
            pairs[number] = found
    return pairs
