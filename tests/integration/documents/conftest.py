"""The small province, built once: tests of this folder only read it, and take a fresh one when they change anything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.documents.small_province import SmallProvince


@pytest.fixture(scope="package")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallProvince]:
    made = SmallProvince(tmp_path_factory.mktemp("province")).build()
    yield made
    made.close()


@pytest.fixture
def fresh_province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallProvince]:
    made = SmallProvince(tmp_path_factory.mktemp("fresh")).build()
    yield made
    made.close()
