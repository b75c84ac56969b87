"""Redmark checks classification markings, telegrams and redactions before a document leaves the building.

import validator
report = validator.check_file("cable.txt")
for finding in report.files[0].findings:
    print(finding.span.start.line, finding.message)
"""

from importlib import import_module

TYPE_CHECKING = False  # for type checkers it is true; importing typing would double what --version costs
if TYPE_CHECKING:
    from validator.api import check_file, check_paths, check_text, judge_declassification
    from validator.engine.declassification import DeclassificationVerdict
    from validator.engine.settings import Settings
    from validator.errors import ValidatorError
    from validator.findings import FileReport, Finding, Report

__version__ = "0.1.0"

__all__ = [
    "DeclassificationVerdict",
    "FileReport",
    "Finding",
    "Report",
    "Settings",
    "ValidatorError",
    "__version__",
    "check_file",
    "check_paths",
    "check_text",
    "judge_declassification",
]

# Loaded on first use: `redmark --version` must not pay for the rules.
_HOMES = {
    "DeclassificationVerdict": "validator.engine.declassification",
    "FileReport": "validator.findings",
    "Finding": "validator.findings",
    "Report": "validator.findings",
    "Settings": "validator.engine.settings",
    "ValidatorError": "validator.errors",
    "check_file": "validator.api",
    "check_paths": "validator.api",
    "check_text": "validator.api",
    "judge_declassification": "validator.api",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'validator' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
