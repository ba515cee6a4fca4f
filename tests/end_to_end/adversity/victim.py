"""A program that is killed while it works: records, imports or seals in a loop and says what it has finished.

Run as ``python -m tests.end_to_end.adversity.victim <job> <folder of a province>``; each finished step is one line.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from tests.end_to_end.adversity.province import Province


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def record(province: Province) -> None:
    for number in itertools.count():
        say(province.a.record(f"việc {number}")[0])


def import_all(province: Province) -> None:
    bundles = sorted((province.root / "bundles").glob("*.shd"))
    assert province.centre.station.identities
    say("ready")
    for bundle in bundles:
        say(province.centre.take(bundle)[0].code)


def seal(province: Province) -> None:
    assert province.a.station.signer.keyid
    say("ready")
    for number in itertools.count():
        say(str(province.a.seal(f"stick-{number}", everything=True)[0]))


def main() -> None:
    job, root = sys.argv[1:]
    province = Province.at(Path(root))
    {"record": record, "import": import_all, "seal": seal}[job](province)


if __name__ == "__main__":
    main()
