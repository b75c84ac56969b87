"""The peers that PyPI has: how each is installed and called. Nothing of them is needed to use Redmark."""

import os
import subprocess
import venv
from pathlib import Path
from typing import Final, NamedTuple

PIP: Final = ("-m", "pip", "--disable-pip-version-check")
SEMGREP_RULES: Final = Path(__file__).with_name("semgrep-rules.yaml")


class Peer(NamedTuple):
    """A tool. `check` stands before the path; `reads`: txt, yaml or pdf; `ends`: exit codes that are no failure."""

    name: str  # on PyPI
    check: tuple[str, ...]
    reads: str = "txt"
    version: tuple[str, ...] = ("--version",)
    ends: frozenset[int] = frozenset({0, 1})
    script: str = ""  # where it is not the name


PEERS: Final = (
    Peer("yamllint", ("-f", "parsable"), reads="yaml"),
    Peer("proselint", ("check",), version=("version",)),
    Peer(
        "semgrep",
        (
            "scan",
            "--disable-version-check",
            "--metrics=off",
            "--quiet",
            "--jobs=1",
            f"--config={SEMGREP_RULES}",
        ),
    ),
    Peer("codespell", (), ends=frozenset({0, 65})),
    Peer("mildoc-lint", ("lint",)),
    Peer("detect-secrets", ("scan", "--all-files")),
    Peer("x-ray", (), reads="pdf", version=(), script="xray"),
)


class Installed(NamedTuple):
    """A peer in an environment of its own, and which release of it."""

    peer: Peer
    python: Path
    release: str

    @property
    def command(self) -> str:
        """The console script."""
        return str(self.python.with_name(self.peer.script or self.peer.name))


def environment() -> dict[str, str]:
    """Ours without what concerns Python or a terminal, and with what keeps semgrep from asking its servers."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"NO_COLOR": "1", "SEMGREP_ENABLE_VERSION_CHECK": "0", "SEMGREP_SEND_METRICS": "off"}


def installed(peer: Peer, folder: Path) -> Installed | str:
    """The peer, installed on first use; or the last line of what pip says against it."""
    place = folder / peer.name
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(place, with_pip=True)
    show = (str(python), *PIP, "show", peer.name)
    shown = _said(*show)
    if shown.returncode:
        fetched = _said(str(python), *PIP, "install", peer.name)
        if fetched.returncode:
            return (fetched.stderr.strip().splitlines() or ["pip failed"])[-1]
        shown = _said(*show)
    release = next(line for line in shown.stdout.splitlines() if line.startswith("Version: "))
    return Installed(peer, python, release.removeprefix("Version: "))


def _said(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
