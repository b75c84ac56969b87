"""What holds for every marking: nothing raises, spans lie inside, writing and reading undo each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.grammar.marking.made import READER, line
from tests.unit.growth import is_linear
from validator.grammar.marking import MarkingText, write_banner, write_portion
from validator.model.level import Level
from validator.model.marking import AtomicControl, Compartment, ControlSystem, CuiCategory, Marking

TABLES = READER.tables
WORDS = sorted(
    {word for key in TABLES.register.forms for word in key.split()} | {"USA", "GBR", "FVEY", "XYZ", "SP"}
)
SIGNS = ["//", "/", "-", ",", ", ", " ", "  ", "(", ")", "\n", ";", "–"]
# Faults of a form that another dialect has: such markings are right in theirs.
ELSEWHERE = {"form-of-another-dialect", "sigma-number", "cui-in-classified", "deprecated-country"}


def check(found: MarkingText, text: str) -> None:
    for fault in found.faults:
        assert 0 <= fault.start <= fault.end <= len(text)
        assert fault.found == text[fault.start : fault.end]
    for part in found.parts:
        assert 0 <= part.start < part.end <= len(text)
        assert part.written == text[part.start : part.end]
    places = [(fault.start, fault.end, fault.code) for fault in found.faults]
    assert places == sorted(set(places))


def read_every_way(text: str) -> None:
    for read in (READER.banner, READER.portion, READER.fragment):
        found = read(text)
        check(found, text)
        if found.marking is not None:
            write_banner(found.marking, TABLES, titles=True)
            write_portion(found.marking, TABLES, "dod")


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    read_every_way(text)


@given(st.lists(st.sampled_from(WORDS + SIGNS * 12), max_size=24).map("".join))
def test_any_soup_of_marking_words_is_read(text: str) -> None:
    read_every_way(text)


@given(
    st.sampled_from(["SECRET", "(S", "CUI", "//GBR S", "//JOINT S"]),
    st.text("/-, ()SIGNFCU14\n", max_size=40),
)
def test_any_soup_behind_a_level_is_read(head: str, tail: str) -> None:
    read_every_way(head + tail)


CLASSIFIED = st.sampled_from([Level.CONFIDENTIAL, Level.SECRET, Level.TOP_SECRET])
CODES = sorted(
    code for code, entry in TABLES.codes.items() if entry.term and not entry.term.group and code != "USA"
)
LISTS = st.lists(st.sampled_from(CODES), min_size=1, max_size=5, unique=True).map(
    lambda codes: tuple(sorted(codes, key=lambda code: TABLES.code(code).order))
)
NAMES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=3).filter(
    lambda name: name not in TABLES.register.forms
)
GAMMA_NAMES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=4, max_size=4).filter(
    lambda name: name not in TABLES.register.forms
)


def subs(names: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(names, max_size=2, unique=True).map(lambda found: tuple(sorted(found)))


def compartments(
    names: st.SearchStrategy[str], sub_names: st.SearchStrategy[str] = NAMES
) -> st.SearchStrategy[tuple[Compartment, ...]]:
    one_compartment = st.builds(Compartment, names, subs(sub_names))
    some = st.lists(one_compartment, max_size=3, unique_by=lambda one: one.name)
    return some.map(lambda found: tuple(sorted(found, key=lambda one: one.name)))


def system(name: str) -> st.SearchStrategy[ControlSystem]:
    published = sorted(form.entry.name for form in TABLES.compartments.get(name, {}).values())
    if not published:
        return st.just(ControlSystem(name))
    sub_names = GAMMA_NAMES if name == "SI" else NAMES
    chosen = st.sampled_from(sorted(set(published)))
    return st.builds(ControlSystem, st.just(name), compartments(chosen, sub_names))


def some_of(group: str, *without: str) -> st.SearchStrategy[tuple[str, ...]]:
    entries = [e for e in TABLES.entries.values() if e.category == group and e.name not in without]
    ranked = sorted(entries, key=lambda entry: entry.rank)
    chosen = st.lists(st.sampled_from(range(len(ranked))), max_size=4, unique=True)
    return chosen.map(lambda places: tuple(ranked[place].name for place in sorted(places)))


SCI = st.lists(st.sampled_from(["BUR", "HCS", "KLM", "MVL", "SI", "TK"]), max_size=3, unique=True).flatmap(
    lambda names: st.tuples(*(system(name) for name in sorted(names)))
)
SAP = st.lists(
    st.builds(ControlSystem, NAMES, compartments(NAMES)), max_size=3, unique_by=lambda program: program.name
).map(lambda programs: tuple(sorted(programs, key=lambda program: program.name)))
SIGMAS = st.lists(st.integers(1, 99), max_size=3, unique=True).map(lambda numbers: tuple(sorted(numbers)))
PARENTS = st.sampled_from(["RD", "FRD"])
AEA = st.one_of(
    st.just(()),
    st.builds(AtomicControl, PARENTS, st.booleans(), SIGMAS).map(lambda control: (control,)),
    st.sampled_from(["TFNI", "DOD UCNI", "DOE UCNI"]).map(lambda name: (AtomicControl(name),)),
)
RELEASE = st.none() | LISTS.map(lambda codes: ("USA", *codes))
CATEGORIES = st.lists(st.sampled_from(sorted(TABLES.specified.items())), max_size=4, unique=True).flatmap(
    lambda items: st.tuples(
        *(
            st.builds(CuiCategory, st.just(n), st.booleans() if g == "both" else st.just(g == "specified"))
            for n, g in items
        )
    )
)

US = st.builds(
    Marking,
    system=st.just("us"),
    level=CLASSIFIED,
    sci=SCI,
    sap=SAP,
    aea=AEA,
    fgi=st.none() | st.just(()) | LISTS,
    dissem=some_of("dissem", "REL TO", "EYES ONLY", "DISPLAY ONLY"),
    rel_to=RELEASE,
    eyes_only=st.none() | st.just(("USA", "CAN", "GBR")),
    display_only=st.none() | LISTS,
    non_ic=some_of("non-ic", "ACCM"),
).filter(lambda marking: marking.rel_to is None or marking.eyes_only is None)  # they exclude each other
JOINT = LISTS.flatmap(
    lambda codes: st.builds(
        Marking,
        system=st.just("joint"),
        level=CLASSIFIED,
        owners=st.just(tuple(sorted((*codes, "USA"), key=lambda code: TABLES.code(code).order))),
        sci=SCI,
        dissem=some_of("dissem", "REL TO", "EYES ONLY", "DISPLAY ONLY"),
        rel_to=st.sampled_from([None, ("USA", *codes)]),  # owned together, so released to every owner
    )
)
FOREIGN = st.builds(
    Marking,
    system=st.just("non-us"),
    level=st.sampled_from(list(Level)),
    owners=LISTS | st.just(("FGI",)),
    rel_to=RELEASE,
)
NATO = st.builds(
    Marking,
    system=st.just("nato"),
    level=st.sampled_from([Level.RESTRICTED, Level.CONFIDENTIAL, Level.SECRET]),
    owners=st.just(("NATO",)),
    nato=st.sampled_from(["NATO", "ISAF", "KFOR"]),
    nato_controls=some_of("nato-control"),
    dissem=some_of("dissem", "REL TO", "EYES ONLY", "DISPLAY ONLY"),
)
CUI = st.builds(
    Marking,
    system=st.just("cui"),
    level=st.just(Level.UNCLASSIFIED),
    cui=st.just(True),
    cui_word=st.just("CUI"),
    cui_categories=CATEGORIES.map(
        lambda some: tuple(sorted(some, key=lambda one: (not one.specified, one.name)))
    ),
    cui_dissem=st.lists(
        st.sampled_from(["Attorney-Client", "FED ONLY", "FEDCON", "NOFORN"]), unique=True
    ).map(lambda names: tuple(sorted(names))),
    rel_to=RELEASE,
)


@given(st.one_of(US, JOINT, FOREIGN, NATO, CUI))
def test_what_is_written_is_read_again(marking: Marking) -> None:
    for text, read in (
        (write_banner(marking, TABLES), READER.banner),
        (write_banner(marking, TABLES, titles=True), READER.banner),
        (write_portion(marking, TABLES), READER.portion),
        (write_banner(marking, TABLES, "dod"), READER.banner),
    ):
        found = read(text)
        assert [line(fault) for fault in found.faults if fault.code not in ELSEWHERE] == []
        assert found.marking == marking


@given(st.one_of(US, JOINT, NATO, CUI))
def test_safe_faults_are_undone_by_writing(marking: Marking) -> None:
    text = write_banner(marking, TABLES)
    mangled = text.replace("//", " // ", 1).replace(", ", ",").lower()
    found = READER.banner(mangled)
    assert found.marking == marking
    assert {fault.code for fault in found.faults} - ELSEWHERE <= {"spacing", "lower-case"}


FILLINGS = [
    "/",
    "//",
    " ",
    "-",
    ",",
    "S",
    "SECRET ",
    "SI-",
    "SI-G ",
    "USA, ",
    "USA/",
    "FOO ",
    "FOO/",
    "SAR-A/",
    "14 ",
]
FILLINGS += [
    "REL TO ",
    "FGI USA ",
    "USA and ",
    "NOT RELEASABLE TO ",
    "EYES ONLY ",
    "CUI//X/",
    "SP-",
    "25X1, ",
    "ACCM-A ",
]


@pytest.mark.parametrize("before", ["SECRET//", "CUI//"])
@pytest.mark.parametrize("filling", FILLINGS)
def test_the_work_grows_with_the_length(before: str, filling: str) -> None:
    assert is_linear(READER.banner, filling, before)
