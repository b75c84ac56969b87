"""Days as the command line takes them."""

from datetime import date

from validator.errors import UsageError


def day(text: str | None) -> date | None:
    """The day that `--as-of` says; None where it says nothing."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"as-of: '{text}' is no date; write it like 1976-03-01") from error
