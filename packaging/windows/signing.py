"""Signs programs with a certificate, where there is one: Authenticode by osslsigncode. Without one nothing is signed.

Source: Microsoft, "Windows Authenticode Portable Executable Signature Format". No time stamp is asked for: that needs a
network; whoever has one adds it to the finished installer with signtool (docs/windows.md).
"""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from machine import BuildProblem, Log, execute

TITLE = "So Hoat Dong"


@dataclass(frozen=True, slots=True)
class Certificate:
    """A PKCS#12 file and the file that holds its password."""

    file: Path
    password: Path

    @classmethod
    def of(cls, file: Path | None, password: Path | None) -> Certificate | None:
        """None without a certificate. Raises ``BuildProblem`` when something of it is missing."""
        if file is None:
            return None
        if password is None or not file.is_file() or not password.is_file():
            raise BuildProblem("a certificate needs its file and a file with its password")
        if shutil.which("osslsigncode") is None:
            raise BuildProblem("to sign, install osslsigncode")
        return cls(file.resolve(), password.resolve())

    def command(self) -> str:
        """What the installer's compiler calls, with one file to be signed in place."""
        return shlex.join([sys.executable, str(Path(__file__).resolve()), str(self.file), str(self.password)])

    def sign(self, files: Sequence[Path], log: Log) -> None:
        """Signs each file in place."""
        for file in files:
            signed = file.with_name(f"{file.name}.signed")
            words: list[str | Path] = [
                "osslsigncode",
                "sign",
                "-h",
                "sha256",
                "-pkcs12",
                self.file,
                "-readpass",
                self.password,
                "-n",
                TITLE,
            ]
            execute([*words, "-in", file, "-out", signed], seconds=120).require(f"signing {file.name}")
            signed.replace(file)
            log.say(f"signed {file.name}")


if __name__ == "__main__":
    Certificate(Path(sys.argv[1]), Path(sys.argv[2])).sign([Path(sys.argv[3])], Log())
