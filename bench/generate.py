"""Writes synthetic telegrams: all eras from 1973 to 2010, one to three sections, 6 to 8 kB, the same for the same seed.

usage: python bench/generate.py OUT [--count 5000] [--seed 1]

Posts are real names of places, everything else is invented. One telegram in twenty carries one seeded fault.
"""

import argparse
import datetime
import random
import textwrap
from pathlib import Path

POSTS = {
    "BONN": "RUEHOL", "CARACAS": "RUEHCV", "DAKAR": "RUEHDK", "HANOI": "RUEHHI", "LIMA": "RUEHPE",
    "NAIROBI": "RUEHNR", "OSLO": "RUEHNY", "QUITO": "RUEHQT", "RABAT": "RUEHRB", "TALLINN": "RUEHTL",
}  # fmt: skip
SUBJECT_TAGS = ("PREL", "PGOV", "ECON", "EAGR", "ETRD", "PHUM", "SENV", "EFIN", "MARR", "PTER")
COUNTRY_TAGS = ("GM", "VE", "SG", "VM", "PE", "KE", "NO", "EC", "MO", "EN")
LEVELS = {"CONFIDENTIAL": "C", "SECRET": "S", "UNCLASSIFIED": "U"}
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
WHO = (
    "The deputy minister", "Our contact at the harbour board", "The union's secretary", "A senior adviser",
    "The governor's office", "The opposition spokesman", "The trade delegation", "The chief of protocol",
)  # fmt: skip
DID = (
    "welcomed the proposal on cold storage", "asked for more time to study the fisheries text",
    "doubted that the lighthouse fund would last the winter", "expected the vote on ferries to be close",
    "repeated the request for spare parts", "said the census would be delayed again",
    "promised a written answer on the customs shed", "noted that the old bridge was closed to lorries",
)  # fmt: skip
HOW = (
    "during a call on the Ambassador", "over lunch with the economic counselor", "in a brief talk at the airport",
    "at the reception for the visiting choir", "before the session of the joint commission",
    "without waiting for instructions from the capital", "as the local papers had reported the day before",
)  # fmt: skip
ENDS = (
    "Nothing more was said of the matter.", "We shall follow up next week.", "The point was left open.",
    "Others in the room did not agree.", "Figures were promised but have not arrived.",
)  # fmt: skip
SURNAMES = ("ALDERTON", "BRISCOMB", "CASTERLY", "DUNMORE", "ELLERBY", "FAIRWATER", "GRANTLEY")
HEADINGS = ("Fisheries", "The Harbour Board", "Reactions", "What Comes Next", "Ferries and Bridges")
BODY = (5300, 6700)  # characters in paragraphs: telegrams of 6 to 8 kB
FAULTS = ("gap", "repeat", "serial", "mark", "reason", "decl", "section", "tags")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--count", type=int, default=5000)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for number in range(options.count):
        text = telegram(random.Random(f"{options.seed}/{number}"))
        (options.out / f"{number:06}.txt").write_text(text, encoding="utf-8", newline="\n")


def telegram(dice: random.Random, body: tuple[int, int] = BODY) -> str:
    """One telegram, from its routing block to its signature; its paragraphs hold so many characters."""
    moment = datetime.datetime(1973, 7, 1) + datetime.timedelta(minutes=dice.randrange(37 * 365 * 1440))
    post = dice.choice(list(POSTS))
    number = dice.randrange(100, 9999)
    level = dice.choices(list(LEVELS), (5, 2, 3))[0]
    fault = dice.choice(FAULTS) if dice.random() < 0.05 else ""
    sections = dice.choice((1, 1, 1, 2, 3))
    paragraphs = _paragraphs(dice, level, moment, fault, body)
    head = [
        *_routing(dice, moment, post, number, level, sections, fault),
        "",
        _classification_line(level, post, number, sections, fault),
        "",
        "SIPDIS",
        "",
        *_header(dice, moment, level, fault),
    ]
    lines = [
        *head,
        *_body(dice, paragraphs, post, number, sections),
        dice.choice(SURNAMES),
        "BT",
        f"#{number % 10000:04}",
        "NNNN",
    ]
    return "\n".join(lines) + "\n"


def _routing(
    dice: random.Random,
    moment: datetime.datetime,
    post: str,
    number: int,
    level: str,
    sections: int,
    fault: str,
) -> list[str]:
    letter = dice.choice("OPR")
    word = {"O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE"}[letter]
    security = "ZNR UUUUU ZZH" if level == "UNCLASSIFIED" else f"ZNY {level[0] * 5} ZZH"
    serial = (number + (1 if fault == "serial" else 0)) % 10000
    part = "/01" if sections > 1 else ""
    filed = moment + datetime.timedelta(minutes=dice.randrange(0, 40))
    others = dice.sample([other for other in POSTS if other != post], 4)
    info = [f"{POSTS[other]}/AMEMBASSY {other} {word} {dice.randrange(1, 9999):04}" for other in others]
    return [
        f"VZCZCX{dice.choice('ABCD')}O{dice.randrange(1000, 9999)}",
        f"{letter}{letter} RUEHC",
        f"DE {POSTS[post]} #{serial:04}{part} {filed:%j%H%M}",
        security,
        f"{letter} {moment:%d%H%M}Z {MONTHS[moment.month - 1]} {moment:%y}",
        f"FM AMEMBASSY {post}",
        f"TO RUEHC/SECSTATE WASHDC {word} {dice.randrange(1, 9999):04}",
        f"INFO {info[0]}",
        *info[1:],
    ]


def _classification_line(level: str, post: str, number: int, sections: int, fault: str) -> str:
    title = "UNCLAS" if level == "UNCLASSIFIED" else " ".join(level)
    total = sections + (1 if fault == "section" and sections > 1 else 0)
    part = f"SECTION 01 OF {total:02} " if sections > 1 else ""
    return f"{title} {part}{post} {number:06}"


def _header(dice: random.Random, moment: datetime.datetime, level: str, fault: str) -> list[str]:
    day = moment.date()
    tags = dice.sample(SUBJECT_TAGS, 3) + dice.sample(COUNTRY_TAGS, 2)
    mark = "" if level == "UNCLASSIFIED" else " (U)"
    lines = [
        _order_line(day, level, fault),
        f"TAGS: {'  ' if fault == 'tags' else ', '.join(tags)}",
        f"SUBJECT: COLD STORAGE AND FERRIES: A TALK WITH THE HARBOUR BOARD{mark}",
        "",
        f"REF: A. STATE {dice.randrange(1000, 99999)}",
        f"     B. {dice.choice(list(POSTS))} {dice.randrange(10, 999)}",
        "",
    ]
    if level != "UNCLASSIFIED" and day >= datetime.date(1995, 10, 14):
        section = "1.5" if day < datetime.date(2003, 9, 22) else "1.4"
        letters = "(b) and (k)" if fault == "reason" else "(b) and (d)"
        lines += [
            f"Classified By: A. {dice.choice(SURNAMES).title()}, DCM, for reasons {section} {letters}.",
            "",
        ]
    return lines


def _order_line(day: datetime.date, level: str, fault: str) -> str:
    order, instruction = _order(day)
    if level == "UNCLASSIFIED":
        return f"E.O. {order}: N/A"
    years = 30 if fault == "decl" else 10
    date = day.replace(year=day.year + years, day=min(day.day, 28))
    return f"E.O. {order}: {instruction or f'DECL: {date:%m/%d/%Y}'}"


def _order(day: datetime.date) -> tuple[str, str]:
    if day < datetime.date(1978, 12, 1):
        return "11652", "GDS"
    if day < datetime.date(1982, 8, 1):
        return "12065", f"GDS {day.month}/{min(day.day, 28)}/{(day.year + 6) % 100:02} (GRANTLEY, A.) OR-M"
    if day < datetime.date(1995, 10, 14):
        return "12356", "DECL: OADR"
    return ("12958", "") if day < datetime.date(2010, 6, 27) else ("13526", "")


def _paragraphs(
    dice: random.Random, level: str, moment: datetime.datetime, fault: str, body: tuple[int, int]
) -> list[str]:
    """Numbered and marked paragraphs."""
    marked = level == "UNCLASSIFIED" or moment >= datetime.datetime(1982, 8, 1)
    highest = LEVELS[level]
    size, wanted = 0, dice.randrange(*body)
    paragraphs: list[str] = []
    number = 0
    while size < wanted:
        number += 2 if fault == "gap" and number == 4 else 0 if fault == "repeat" and number == 4 else 1
        fault = "" if number > 4 and fault in ("gap", "repeat") else fault
        mark = highest if number < 3 else dice.choice((highest, highest, "U"))
        written = "X" if fault == "mark" and number == 3 else mark
        text = " ".join(_sentence(dice, number) for _ in range(dice.randrange(4, 9)))
        if number == 1:
            text = f"SUMMARY: {text} (Refs A and B) END SUMMARY."
        head = f"{number}. ({written}) " if marked else f"{number}. "
        paragraphs.append(textwrap.fill(head + text, 62))
        size += len(paragraphs[-1])
    return paragraphs


def _sentence(dice: random.Random, number: int) -> str:
    reference = f" (Ref {'AB'[number % 2]})" if dice.random() < 0.04 else ""
    return f"{dice.choice(WHO)} {dice.choice(DID)} {dice.choice(HOW)}{reference}. {dice.choice(ENDS)}"


def _body(dice: random.Random, paragraphs: list[str], post: str, number: int, sections: int) -> list[str]:
    breaks = {len(paragraphs) * section // sections: section + 1 for section in range(1, sections)}
    lines: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        if index in breaks:
            lines += [f"{post} {number:08}  {breaks[index]:03} OF {sections:03}", "", "SIPDIS", ""][
                : dice.choice((2, 4))
            ]
        if index and dice.random() < 0.2:
            lines += [dice.choice(HEADINGS), "-" * 8, ""]
        lines += [paragraph, ""]
    return lines


if __name__ == "__main__":
    main()
