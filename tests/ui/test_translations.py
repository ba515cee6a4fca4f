"""The windows' words: nothing untranslated, nothing stale, the same places for values, one way of placing tones."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox
from pytestqt.qtbot import QtBot

import dev
import ui.window
from ui.window.application import set_language
from ui.window.manual import topic_file
from ui.window.role_profile import CENTRE_PAGES, OFFICE_PAGES
from ui.window.step_wizard import StepPage, StepWizard

PLACE = re.compile(r"\{[a-z_]*\}|%n")
# The new placement of tones, which this product does not use: "hoà" for "hòa", "thuý" for "thúy".
NEW_TONES = re.compile(r"(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![a-zà-ỹ])", re.IGNORECASE)


def messages(name: str) -> list[tuple[str, str, list[str]]]:
    """Context, source and translations (several for plurals) of a file."""
    root = ElementTree.parse(dev.TRANSLATIONS / name).getroot()  # noqa: S314 - our own file
    found = []
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found.append((context.findtext("name", ""), message.findtext("source", ""), forms))
    return found


def tool() -> ModuleType:
    """The script that takes sentences over; it lies beside the packages, not in one."""
    spec = importlib.util.spec_from_file_location("translations", dev.ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_sentence_is_found_however_it_stands() -> None:
    text = """
translate("A", "one")
QCoreApplication.translate("A", "two " "halves", "note")
QT_TRANSLATE_NOOP("A", "three")
translate("A", "%n four", "", len(rows) - 1)
painter.translate(-x, y)
translate("A", entry.title)
"""
    found = [tuple(sentence)[1:] for sentence in tool().sentences_of(text, "a.py")]
    assert sorted(found) == [("%n four", ""), ("one", ""), ("three", ""), ("two halves", "note")]
    with pytest.raises(ValueError, match="put together"):
        list(tool().sentences_of('translate("A", f"{x} files")', "a.py"))


def mnemonics(text: str) -> list[str]:
    """The letters behind single ampersands; a double one is an ampersand."""
    return re.findall("&(.)", text.replace("&&", ""))


@pytest.mark.parametrize("name", ["app_vi.ts", "app_en.ts", "qt_vi.ts"])
def test_everything_is_translated(name: str) -> None:
    text = (dev.TRANSLATIONS / name).read_text(encoding="utf-8")
    assert "unfinished" not in text
    assert "obsolete" not in text
    assert [entry for entry in messages(name) if not all(entry[2])] == []


@pytest.mark.parametrize("name", ["app_vi.ts", "app_en.ts"])
def test_nothing_is_stale(tmp_path: Path, name: str) -> None:
    for source in dev.TRANSLATIONS.glob("app_*.ts"):
        shutil.copy(source, tmp_path)
    assert tool().update(tmp_path) == 0
    now, kept = ((folder / name).read_text(encoding="utf-8") for folder in (tmp_path, dev.TRANSLATIONS))
    assert now == kept, "run: python3 dev.py translations"


def test_values_have_the_same_places() -> None:
    for name in ("app_vi.ts", "app_en.ts"):
        for context, source, forms in messages(name):
            for form in forms:
                assert sorted(PLACE.findall(form)) == sorted(PLACE.findall(source)), f"{context}: {source}"


def test_a_mnemonic_stays_a_mnemonic_and_can_be_typed() -> None:
    for context, source, forms in messages("app_vi.ts"):
        letters = [mnemonics(form) for form in forms]
        assert all(bool(found) == bool(mnemonics(source)) for found in letters), f"{context}: {source}"
        assert all(letter.isascii() for found in letters for letter in found), f"{context}: {forms}"


def test_tones_stand_in_their_old_place() -> None:
    assert NEW_TONES.search("hoà")
    assert NEW_TONES.search("uỷ")
    assert not NEW_TONES.search("hòa quý hoàn")
    assert [
        form for name in ("app_vi.ts", "qt_vi.ts") for _, _, forms in messages(name) for form in forms if NEW_TONES.search(form)
    ] == []


def test_the_manual_has_the_same_pages_in_both_languages() -> None:
    folder = dev.ROOT / "docs" / "manual"
    vietnamese, english = ({path.name for path in (folder / language).glob("*.md")} for language in ("vi", "en"))
    assert vietnamese == english
    for language in ("vi", "en"):
        for page in (folder / language).glob("*.md"):
            text = page.read_text(encoding="utf-8")
            assert [link for link in re.findall(r"\]\(([^)]+)\)", text) if not (page.parent / link).is_file()] == []
            assert language == "en" or not NEW_TONES.search(text)


def topics() -> set[str]:
    """What F1 may ask the manual for: every page of both roles, every wizard and the steps that name a topic of their own."""
    for module in pkgutil.walk_packages(ui.window.__path__, "ui.window."):
        importlib.import_module(module.name)
    found = {entry.key for entry in (*OFFICE_PAGES, *CENTRE_PAGES)}
    classes: list[type[StepWizard] | type[StepPage[Any]]] = [StepWizard, StepPage]
    while classes:
        kind = classes.pop()
        found.add(kind.help_page)
        classes += [child for child in kind.__subclasses__() if child.__module__.startswith("ui.")]
    return found - {""}


def test_every_page_has_help() -> None:
    wanted = topics()
    assert wanted >= {"import", "home", "first_start", "centre_setup", "excel_import"}
    for language in ("vi", "en"):
        assert [topic for topic in wanted if topic_file(language, topic).stem != topic] == []
        assert topic_file(language, "no such topic").stem == "index"


def test_every_page_of_the_manual_is_reached_from_its_first() -> None:
    for language in ("vi", "en"):
        folder = dev.ROOT / "docs" / "manual" / language
        linked = re.findall(r"\]\(([a-z_]+)\.md\)", (folder / "index.md").read_text(encoding="utf-8"))
        assert {path.stem for path in folder.glob("*.md")} - {"index"} == set(linked)


def test_every_page_has_its_picture() -> None:
    for language in ("vi", "en"):
        for topic in topics() - {"index"}:
            picture = f"../pictures/{language}/{topic}.png"
            assert f"]({picture})](" in topic_file(language, topic).read_text(encoding="utf-8"), f"{language}: {topic}"


def test_the_manual_calls_buttons_as_the_windows_do() -> None:
    """What opens a dialog has three dots behind its name, in the manual too: by them it is known to be a button's."""
    for language in ("vi", "en"):
        known = {
            name.replace("&", "")
            for _, source, forms in messages("app_vi.ts")
            for name in (forms if language == "vi" else [source])
        }
        for page in (dev.ROOT / "docs" / "manual" / language).glob("*.md"):
            named = re.findall(r"\*\*([^*]+…)\*\*", page.read_text(encoding="utf-8"))
            assert [name for name in named if " ".join(name.split()) not in known] == [], f"{language}: {page.name}"


def test_no_picture_is_without_a_page_and_all_are_small() -> None:
    folder = dev.ROOT / "docs" / "manual"
    pictures = sorted((folder / "pictures").rglob("*.*"))
    used = {
        (page.parent / link).resolve()
        for page in folder.glob("*/*.md")
        for link in re.findall(r"\]\(([^)]+\.png)\)", page.read_text(encoding="utf-8"))
    }
    assert used == set(pictures)
    assert sum(path.stat().st_size for path in pictures) <= 3 * 1024 * 1024
    for path in pictures:
        image = QImage(str(path))
        assert image.format() == QImage.Format.Format_Indexed8, f"{path.name} is no picture with a palette"
        assert image.width() <= 1366


def test_qt_speaks_vietnamese(qtbot: QtBot, qapp: QApplication) -> None:
    set_language(qapp, "vi")
    box = QMessageBox(QMessageBox.Icon.Question, "?", "?", QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(box)
    qtbot.addWidget(buttons)
    assert box.button(QMessageBox.StandardButton.Yes).text() == "&Có"
    assert box.button(QMessageBox.StandardButton.Cancel).text() == "Hủy bỏ"
    assert buttons.button(QDialogButtonBox.StandardButton.Ok).text() == "Đồng ý"
    assert buttons.button(QDialogButtonBox.StandardButton.Close).text() == "Đóng"


def test_plurals_follow_the_language(qapp: QApplication) -> None:
    source = "The last backup on this PC is %n day(s) old."
    context = next(context for context, text, _ in messages("app_en.ts") if text == source)
    set_language(qapp, "en")
    assert QCoreApplication.translate(context, source, "", 1).endswith("1 day old.")
    assert QCoreApplication.translate(context, source, "", 3).endswith("3 days old.")
    set_language(qapp, "vi")
    assert "3 ngày" in QCoreApplication.translate(context, source, "", 3)
