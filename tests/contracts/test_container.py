"""Dockerfile and .dockerignore: what the build needs gets in, and the rest of a checkout does not. No engine is here."""

import re
import tomllib

from tests.cli.running import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
LET_IN = re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_everything_the_wheel_is_built_from_is_let_in() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    named = [*wheel["packages"], *wheel["force-include"], PROJECT["project"]["readme"]]
    needed = {
        name.partition("/")[0] for name in (*named, *PROJECT["project"]["license-files"], "pyproject.toml")
    }
    assert set(LET_IN) == needed


def test_every_image_it_is_made_from_is_pinned_by_tag() -> None:
    images = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert images
    assert [image for image in images if not re.fullmatch(r"python:3\.\d+-slim-[a-z]+", image)] == []


def test_it_runs_redmark_as_a_user_without_rights() -> None:
    last = DOCKERFILE.rpartition("FROM ")[2]
    assert re.findall(r"^USER (.+)$", last, re.MULTILINE) == ["10001"]
    assert 'ENTRYPOINT ["redmark"]\n' in last
