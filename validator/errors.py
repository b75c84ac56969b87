"""What Redmark says when it cannot go on; each error knows its exit code and its place."""


class ValidatorError(Exception):
    """The parent of every error of ours. `str(error)` is one line: where, what, what to do.

    It never holds text of a checked document.
    """

    exit_code = 2


class UsageError(ValidatorError):
    """The command line, a setting or an argument of the Python interface is wrong."""


class UnreadableError(ValidatorError):
    """A file is missing, forbidden, too large, binary or of a format that is not read."""

    exit_code = 4

    def __init__(self, path: str, reason: str, advice: str = "") -> None:
        self.path, self.reason, self.advice = path, reason, advice
        super().__init__(f"{path}: {reason}" + (f"; {advice}" if advice else ""))


class RuleFileError(ValidatorError):
    """A rule file, pack or vocabulary is invalid: `path:line:column: what; what to do`."""

    exit_code = 3

    def __init__(self, path: str, line: int, column: int, reason: str, source_line: str = "") -> None:
        self.path, self.line, self.column = path, line, column
        self.reason, self.source_line = reason, source_line
        super().__init__(f"{path}:{line}:{column}: {reason}")


class RulebookError(ValidatorError):
    """One or more rule files are invalid; `faults` holds every one of them, sorted by place."""

    exit_code = 3

    def __init__(self, faults: tuple[RuleFileError, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))
