"""What one part of a marking asks of another: owners of the release list, countries of EYES ONLY, one RD only."""

from validator.grammar.marking.reading import Reading


def judge(reading: Reading) -> None:
    """Every fault between parts that are each right alone."""
    if reading.draft.system == "joint" and reading.draft.rel_to:
        _judge_owners_in_release(reading)
    if reading.draft.eyes_only:
        _judge_eyes(reading)
    if len(reading.draft.aea) > 1:
        _judge_atomic(reading)


def _judge_owners_in_release(reading: Reading) -> None:
    """Information owned jointly is released to every owner (REG16 pp56-57; ISM-ID-00377)."""
    draft, tables = reading.draft, reading.tables
    released = tables.expanded(draft.rel_to or ())
    missing = [owner for owner in draft.owners if not tables.expanded((owner,)) <= released]
    for item in reading.items:
        if missing and item.name == "REL TO":
            reading.fault("joint-owner-not-released", item.start, item.end, ", ".join(missing), "dissem")


def _judge_eyes(reading: Reading) -> None:
    """EYES ONLY is between the five partners of signals intelligence (REG16 p157; ISM-ID-00345)."""
    partners = reading.tables.members["EYES ONLY"]
    strangers = [code for code in reading.draft.eyes_only or () if code not in partners]
    for item in reading.items:
        if strangers and item.name == "EYES ONLY":
            reading.fault("eyes-only-country", item.start, item.end, ", ".join(strangers), "dissem")


def _judge_atomic(reading: Reading) -> None:
    """`RD-SIGMA 14/RD-SIGMA 15` is written `RD-SIGMA 14 15`: each control of the Act stands once (REG16 p108)."""
    said: dict[str, str] = {}
    for item in reading.items:
        if item.category == "aea":
            control = item.name.partition("-")[0]
            if (
                said.setdefault(control, item.name) != item.name
            ):  # the same words twice are a fault of arrangement
                reading.fault("duplicate-token", item.start, item.end, "", "aea")
