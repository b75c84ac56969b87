"""`Reason: 1.4 (b) and (d)`: the section of the order and its categories, in every spelling posts used."""

import re

import msgspec

# Section 1.5 until 21 September 2003, 1.4 since (ISOO, Changes to Classified Document Markings, 2003); 1.3 under 12356.
_SECTION = re.compile(r"(?<![\d.])1\s?\.\s?(?P<digit>[3-6])(?![\d])")
_TOKEN = re.compile(
    r"""\s*(?:
      (?P<again>1\s?\.\s?[3-6](?!\d))          # 1.4 (b), 1.4 (d)
    | (?P<joining>and/or|and|an|or|a\snd)\b    # line noise cuts `and` in two
    | (?P<word>[A-Za-z]+)
    | (?P<open>[(\[{])
    | (?P<close>[)\]}])
    | (?P<separator>[,/&+;"'])
    | (?P<range>-)
    | (?P<end>\S|$)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# Words and marks that may stand between the section number and its first category.
_LEAD_IN = re.compile(
    r"\s*(?:(?:[.:,]|--?|(?:sub-?)?(?:paragraphs?|paras?|sections?)|categor(?:y|ies))\s*){0,3}",
    re.IGNORECASE,
)
_LONGEST = 120  # characters behind the section number that can belong to it


class ReasonText(msgspec.Struct, frozen=True, gc=False):
    """Section such as `1.4`, categories in order of first mention, and where both stand in the text."""

    section: str
    categories: tuple[str, ...]
    start: int
    end: int


def read_reason(text: str, start: int = 0) -> ReasonText | None:
    """The first section number at or after `start` and the categories that follow it; None when none stands there."""
    match = _SECTION.search(text, start)
    if match is None:
        return None
    lead_in = _LEAD_IN.match(text, match.end())
    categories, end = _categories(text, lead_in.end() if lead_in else match.end())
    return ReasonText(
        f"1.{match['digit']}", tuple(dict.fromkeys(categories)), match.start(), end or match.end()
    )


def _categories(text: str, start: int) -> tuple[list[str], int]:
    """Letters inside parentheses, or bare ones set apart by commas, slashes or `and`, and where they end."""
    found: list[str] = []
    depth, separated, end, at = 0, True, 0, start
    while at < min(len(text), start + _LONGEST) and (token := _TOKEN.match(text, at)):
        at = token.end()
        match token.lastgroup:
            case "joining" | "separator" | "again":
                separated = True
            case "open":
                depth, separated = depth + 1, True
            case "close":
                depth, end = max(0, depth - 1), at if found else 0
            case "range" if found and (last := _range_end(text, at)):
                found += map(chr, range(ord(found[-1]) + 1, ord(last) + 1))
                at = end = at + 1
            case "word" if len(token["word"]) == 1 and (depth or separated):
                found.append(token["word"].lower())
                separated, end = False, at
            case _:
                break
    return found, end


def _range_end(text: str, at: int) -> str:
    """The letter that closes `a-d`, or nothing when the dash is no range."""
    letter, after = text[at : at + 1].lower(), text[at + 1 : at + 2]
    return letter if "a" <= letter <= "z" and not after.isalnum() else ""
