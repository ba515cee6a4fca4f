"""No committed file names a package registry, an index of one, or a folder of the machine it was written on."""

from __future__ import annotations

import re

import pytest

from tests.architecture.source_tree import committed_text_files

# Put together from halves, so that this very file holds none of them.
REGISTRIES = tuple(
    f"{left}{right}"
    for left, right in (
        ("pypi", ".org"),
        ("pypi", ".python.org"),
        ("pythonhost", "ed.org"),
        ("npmjs", ".org"),
        ("npmjs", ".com"),
        ("yarnpkg", ".com"),
        ("deb.debian", ".org"),
        ("security.debian", ".org"),
        ("archive.ubuntu", ".com"),
        ("golang", ".org"),
        ("crates", ".io"),
        ("conda.anaconda", ".org"),
    )
)
INDEX_OPTION = re.compile(r"(?<!emit-)(?:extra-)?index-" + r"url\s*[= ]\s*\S|--find-" + r"links[= ]\s*[\w/.]")
# An absolute path below one of these; a relative path or an address that merely contains the word is none.
MACHINE_PATH = re.compile(
    r"(?<![\w.~:/$}-])/(?:work|root|home|Users|tmp|opt|mnt)" + r"/\w|(?<!\w)[A-Za-z]:[\\/]{1,2}Users[\\/]{1,2}\w"
)
LOCAL_TOOLING = re.compile(r"\.py" + r"env/versions|site-packages/\w")


def complaints(name: str, text: str) -> list[str]:
    """One line for each offending place of a file: ``path:line: what``."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        lowered = line.lower()
        named = [registry for registry in REGISTRIES if registry in lowered]
        matches = [pattern.search(line) for pattern in (INDEX_OPTION, MACHINE_PATH, LOCAL_TOOLING)]
        found += [f"{name}:{number}: {what}" for what in [*named, *(match.group() for match in matches if match)]]
    return found


def test_no_committed_file_names_a_registry_or_a_folder_of_this_machine() -> None:
    files = list(committed_text_files())
    assert {"dev.py", "pyproject.toml", "requirements/runtime.lock", ".ci/run"} <= {name for name, _ in files}
    assert [complaint for name, text in files for complaint in complaints(name, text)] == []


@pytest.mark.parametrize(
    "line",
    [
        *(f"see https://files.{registry}/x" for registry in REGISTRIES),
        "--index-" + "url https://example.org/simple",
        "extra-index-" + "url = x",
        "--find-" + "links /wheels",
        "open('/" + "work/main/x')",
        "FOLDER=/" + "tmp/x",
        "/" + "root/notes",
        "(/" + "home/somebody/x)",
        "C:" + "\\Users\\somebody",
        "C:/" + "Users/somebody",
        "~/.py" + "env/versions/3",
    ],
)
def test_each_kind_of_address_is_seen(line: str) -> None:
    assert len(complaints("a.md", f"first\n{line}\n")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "docs/work/plan",
        "the home/away table",
        "--no-emit-index-url",
        "http://schemas.openxmlformats.org/home/x",
        "$HOME/x",
        "/usr/bin/env",
    ],
)
def test_harmless_lines_are_left_alone(line: str) -> None:
    assert complaints("a.md", line) == []
