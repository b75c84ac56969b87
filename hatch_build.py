"""Compiles rules and vocabularies into the wheel, so that an installed Redmark reads no YAML when it starts."""

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface[Any]):
    """Adds two files to the wheel. A rule file that is at fault ends the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before the files are gathered; an editable install goes on reading the checkout."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from validator.resources import COMPILED
        from validator.rulebook import compiled
        from validator.vocabulary import load

        for name, content in (("rules", compiled.to_ship()), ("vocabulary", load.to_ship())):
            path = self._folder() / f"{name}.msgpack"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            build_data["force_include"][str(path)] = f"validator/_data/{COMPILED}/{name}.msgpack"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Runs when the wheel is written."""
        shutil.rmtree(self._folder(), ignore_errors=True)

    def _folder(self) -> Path:
        return Path(self.directory) / "compiled-for-the-wheel"
