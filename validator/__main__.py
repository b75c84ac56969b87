"""`python -m validator` is `redmark`."""

import sys

from validator.cli import run

if __name__ == "__main__":
    sys.exit(run())
