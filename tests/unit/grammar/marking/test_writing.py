"""Values written as banners and portion marks, in the form of a dialect, with titles."""

import pytest

from tests.unit.grammar.marking.made import READER, read
from validator.grammar.marking import write_banner, write_portion
from validator.model.marking import Marking
from validator.model.marking_names import names_of

FORMS = [
    # The banner, its portion mark, and the banner in long forms.
    ("SECRET//NOFORN", "(S//NF)", "SECRET//NOT RELEASABLE TO FOREIGN NATIONALS"),
    (
        "TOP SECRET//SI-G/TK-BLFH ABC//ORCON/IMCON",
        "(TS//SI-G/TK-BLFH ABC//OC/IMC)",
        "TOP SECRET//SI-GAMMA/TALENT KEYHOLE-BLUEFISH ABC//ORIGINATOR CONTROLLED/CONTROLLED IMAGERY",
    ),
    ("SECRET//SAR-BP/CA", "(S//SAR-BP/CA)", "SECRET//SPECIAL ACCESS REQUIRED-BP/CA"),
    (
        "SECRET//RD-CNWDI/FRD-SIGMA 14",
        "(S//RD-CNWDI/FRD-SG 14)",
        "SECRET//RESTRICTED DATA-CRITICAL NUCLEAR WEAPON DESIGN INFORMATION/FORMERLY RESTRICTED DATA-SIGMA 14",
    ),
    ("SECRET//FGI CAN NATO", "(S//FGI CAN NATO)", "SECRET//FOREIGN GOVERNMENT INFORMATION CAN NATO"),
    ("//NATO ISAF SECRET", "(//NIS)", "//NATO ISAF SECRET"),
    ("//COSMIC TOP SECRET//BALK", "(//CTS//BALK)", "//COSMIC TOP SECRET//BALK"),
    ("//JOINT SECRET CAN USA", "(//JOINT S CAN USA)", "//JOINT SECRET CAN USA"),
    ("UNCLASSIFIED//LES NOFORN", "(U//LES-NF)", "UNCLASSIFIED//LAW ENFORCEMENT SENSITIVE NOFORN"),
    ("CUI//SP-CTI//NOFORN", "(CUI//SP-CTI//NF)", "CUI//SP-CTI//NOFORN"),
    ("CONTROLLED//PRIVILEGE//Attorney-WP", "(CUI//PRIVILEGE//AWP)", "CONTROLLED//PRIVILEGE//Attorney-WP"),
]


@pytest.mark.parametrize(("banner", "portion", "titles"), FORMS, ids=[form[0] for form in FORMS])
def test_a_value_is_written_in_every_form(banner: str, portion: str, titles: str) -> None:
    marking = READER.banner(banner).marking
    assert marking is not None
    assert write_banner(marking, READER.tables) == banner
    assert write_portion(marking, READER.tables) == portion
    assert write_banner(marking, READER.tables, titles=True) == titles
    assert READER.banner(titles).marking == marking


def test_the_dod_writes_cnwdi_as_n() -> None:
    marking = read("SECRET//RD-CNWDI").marking
    assert marking is not None
    assert write_banner(marking, READER.tables, "dod") == "SECRET//RD-N"
    assert write_portion(marking, READER.tables, "dod") == "(S//RD-N)"
    assert read("(S//RD-N)").marking == marking


NAMES = [
    ("SECRET", ()),
    ("TOP SECRET//HCS-P ABC/SI-XY", ("SCI", "HCS", "HCS-P", "HCS-XXX", "HCS-P SUB", "SI", "SI-XY", "SI-XXX")),
    ("SECRET//RD-CNWDI-SIGMA 14//FGI", ("AEA", "RD", "CNWDI", "SIGMA", "FGI", "FGI CONCEALED")),
    ("//JOINT SECRET CAN USA//REL TO USA, CAN", ("JOINT", "REL TO")),
    ("//COSMIC TOP SECRET//BALK//NOFORN", ("NATO", "BALK", "NOFORN")),
    ("SECRET//SAR-BP//ORCON//ACCM-FIREFLY/NODIS", ("SAR", "ORCON", "ACCM", "NODIS")),
    ("CUI//PRIVILEGE//Attorney-WP/NOFORN", ("CUI", "PRIVILEGE", "CUI Attorney-WP", "CUI NOFORN")),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[name[0] for name in NAMES])
def test_the_names_for_the_table_of_constraints(text: str, names: tuple[str, ...]) -> None:
    marking = read(text).marking
    assert marking is not None
    assert names_of(marking) == names


def test_a_value_that_nobody_wrote_is_written_too() -> None:
    assert write_banner(Marking("us", None), READER.tables) == ""
    assert write_banner(Marking("nato", None, nato="COSMIC"), READER.tables) == "//"
