"""The program itself says what it does not protect against, in both languages."""

from __future__ import annotations

import json

import pytest

from main import main


@pytest.mark.parametrize(
    ("language", "words"), [("vi", ("bí mật nhà nước", "theo dõi người")), ("en", ("state secret", "watch people"))]
)
def test_the_limits_are_told(capsys: pytest.CaptureFixture[str], language: str, words: tuple[str, ...]) -> None:
    assert main(["--lang", language, "--json", "limits"]) == 0
    told = " ".join(json.loads(capsys.readouterr().out)["limits"])
    for word in words:
        assert word in told
