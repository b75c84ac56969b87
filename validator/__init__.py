"""Redmark checks classification markings, telegrams and redactions before a document leaves the building.

import validator
report = validator.check_file("cable.txt")
for finding in report.files[0].findings:
    print(finding.span.start.line, finding.message)
"""

from importlib import import_module

TYPE_CHECKING = False  # for type checkers it is true; importing typing would double what --version costs
if TYPE_CHECKING:
    from validator.api.checking import check_file, check_paths, check_text, compare_files
    from validator.api.judging import (
        judge_declassification,
        judge_marking,
        most_restrictive_declassification,
        roll_up,
    )
    from validator.engine.declassification import DeclassificationVerdict
    from validator.engine.marking import MarkingVerdict
    from validator.engine.settings import Settings
    from validator.errors import ValidatorError
    from validator.findings import FileReport, Finding, Report
    from validator.grammar.most_restrictive import DeclassificationChoice

__version__ = "0.1.0"

__all__ = [
    "DeclassificationChoice",
    "DeclassificationVerdict",
    "FileReport",
    "Finding",
    "MarkingVerdict",
    "Report",
    "Settings",
    "ValidatorError",
    "__version__",
    "check_file",
    "check_paths",
    "check_text",
    "compare_files",
    "judge_declassification",
    "judge_marking",
    "most_restrictive_declassification",
    "roll_up",
]

# Loaded on first use: `redmark --version` must not pay for the rules.
_HOMES = {
    "DeclassificationChoice": "validator.grammar.most_restrictive",
    "DeclassificationVerdict": "validator.engine.declassification",
    "FileReport": "validator.findings",
    "Finding": "validator.findings",
    "MarkingVerdict": "validator.engine.marking",
    "Report": "validator.findings",
    "Settings": "validator.engine.settings",
    "ValidatorError": "validator.errors",
    "check_file": "validator.api.checking",
    "check_paths": "validator.api.checking",
    "check_text": "validator.api.checking",
    "compare_files": "validator.api.checking",
    "judge_declassification": "validator.api.judging",
    "judge_marking": "validator.api.judging",
    "most_restrictive_declassification": "validator.api.judging",
    "roll_up": "validator.api.judging",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'validator' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
