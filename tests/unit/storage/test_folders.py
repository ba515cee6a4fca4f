"""The folders of a user: what must not travel with the profile never lies in it."""

from __future__ import annotations

from pathlib import Path

from storage.folders import Folders, apart


def test_the_users_own_folders_keep_markers_out_of_the_profile() -> None:
    folders = Folders.of_user()
    assert folders.data not in folders.markers.parents
    assert folders.markers not in folders.data.parents


def test_one_place_for_data_and_state_gets_a_neighbour(tmp_path: Path) -> None:
    # On Windows both are the same folder of the user.
    data = tmp_path / "Local" / "SoHoatDong"
    assert apart(data, data) == tmp_path / "Local" / "SoHoatDong-state"


def test_two_places_stay_as_they_are(tmp_path: Path) -> None:
    assert apart(tmp_path / "state", tmp_path / "share") == tmp_path / "state"


def test_another_profile_keeps_the_users_markers(tmp_path: Path) -> None:
    folders = Folders.of_user(tmp_path / "hồ sơ")
    assert folders.data == tmp_path / "hồ sơ"
    assert folders.markers == Folders.of_user().markers
