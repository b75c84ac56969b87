"""`redmark marking` and `redmark roll-up`."""

import json

from tests.cli.running import redmark


def test_a_faulty_marking_is_explained_and_corrected() -> None:
    ran = redmark("marking", "SECRET//NF")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines() == [
        "SECRET//NF: not valid in dialect ic",
        "",
        "  SECRET  unauthorized disclosure could cause serious damage to the national security",
        "  NF      NOFORN: not releasable to foreign nationals",
        "",
        "error, column 9: NF is the form of a portion mark; a banner writes NOFORN. [portion-form-in-banner]",
        "  hint: Write NOFORN.",
        "  see:  IC Markings System Register and Manual (31 Dec 2016) pp. 25-27, Table 4",
        "",
        "Write: SECRET//NOFORN",
    ]


def test_a_valid_marking_exits_zero() -> None:
    ran = redmark("marking", "(S//NF)", "--portion", "--dialect", "dod")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "(S//NF): valid in dialect dod")


def test_what_nobody_understands_is_said_so() -> None:
    ran = redmark("marking", "harbor fees")
    assert (ran.code, ran.out.splitlines()[0]) == (1, "harbor fees: not understood in dialect ic")


def test_a_day_may_be_given() -> None:
    assert redmark("marking", "SECRET//NOFORN//X1", "--as-of", "2004-05-01").code == 0
    assert redmark("marking", "SECRET//NOFORN//X1", "--as-of", "2012-05-01").code == 1


def test_a_marking_as_json() -> None:
    ran = redmark("marking", "(S//REL TO USA, GBR)", "--portion", "--format", "json")
    found = json.loads(ran.out)
    assert (found["valid"], found["corrected"], found["findings"]) == (True, "(S//REL TO USA, GBR)", [])
    assert (found["marking"]["level"], found["marking"]["rel_to"]) == ("SECRET", ["USA", "GBR"])
    assert [part["canonical"] for part in found["parts"]] == ["SECRET", "REL TO", "USA", "GBR"]


def test_wrong_use_is_one_line() -> None:
    for arguments, said in (
        (("marking", "SECRET", "--dialect", "dodd"), "dialect: there is no 'dodd'; did you mean 'dod'?"),
        (("marking", "SECRET", "--format", "jsn"), "format: there is no 'jsn'; did you mean 'json'?"),
        (("marking", "SECRET", "--as-of", "May"), "as-of: 'May' is no date; write it like 1976-03-01"),
    ):
        ran = redmark(*arguments)
        assert (ran.code, ran.out, ran.err) == (2, "", f"redmark: {said}\n")


def test_roll_up_prints_the_banner() -> None:
    ran = redmark("roll-up", "(S//NF)", "(C)")
    assert (ran.code, ran.out) == (0, "SECRET//NOFORN\n")


def test_roll_up_names_faulty_portions_and_open_lists() -> None:
    ran = redmark("roll-up", "(S//REL)", "(C//NOFORN)")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "SECRET//NOFORN",
        "note: a portion says only REL or EYES; its countries are those that the banner was meant to list",
        "not valid: (C//NOFORN); 'redmark marking --portion' says why",
    ]


def test_roll_up_as_json() -> None:
    ran = redmark("roll-up", "(S//REL TO USA, GBR)", "(S)", "--dialect", "dod", "--format", "json")
    assert json.loads(ran.out) == {
        "banner": "SECRET",
        "dialect": "dod",
        "portions": ["(S//REL TO USA, GBR)", "(S)"],
        "faulty": [],
        "open_list": False,
    }
