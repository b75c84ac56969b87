"""The command `redmark`. Only this package prints or ends the process."""

import sys

from validator import __version__

INTERRUPTED = 130  # what a shell reports after Ctrl-C


def _load_msgspec() -> None:
    """Without typing_extensions, of which it takes two names that `typing` has too, and which loads `ast` and `dis`."""
    missing = sys.modules.setdefault("typing_extensions", None) is None  # type: ignore[arg-type]
    import msgspec  # noqa: F401

    if missing:
        del sys.modules["typing_extensions"]


def run() -> int:
    """Runs the command line of this process; the exit code."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        # Answered before argparse is loaded: tools ask for the version far more often than for anything else.
        print(f"redmark {__version__}")
        return 0
    import gc

    # What is imported stays to the end: without the collector looking through it, again at exit, the start is
    # a fifth shorter. The command line turns it on once everything is imported.
    gc.disable()
    _load_msgspec()
    from validator.cli.command_line import main

    try:
        return main(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        if (
            "duckdb" not in sys.modules
        ):  # DuckDB 2.0 calls what is not collected at exit a leak, on standard error
            gc.freeze()
