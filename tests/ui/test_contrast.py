"""Both palettes: what is written can be read, and what is drawn can be seen (WCAG 2.2, level AA)."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from storage.follow_up_table import Standing
from ui.window.follow_up.looks import Looks, tone_of
from ui.window.theme import Colours, Scheme, apply_theme, colours_of

OF_TEXT = 4.5
OF_SIGN = 3.0
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
GROUNDS = ("window", "surface", "raised")


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor | str, other: QColor | str) -> float:
    """Between 1 and 21."""
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "good", "warn", "bad"])
def test_text_can_be_read(scheme: Scheme, ground: str, ink: str) -> None:
    colours = colours_of(scheme)
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= OF_TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_is_chosen_can_be_read(scheme: Scheme) -> None:
    colours = colours_of(scheme)
    assert contrast(colours.on_accent, colours.accent) >= OF_TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["window", "surface"])
def test_edges_of_fields_and_bars_can_be_seen(scheme: Scheme, ground: str) -> None:
    colours = colours_of(scheme)
    assert contrast(colours.grip, getattr(colours, ground)) >= OF_SIGN


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("standing", list(Standing))
def test_a_standing_can_be_read_on_its_tint(qapp: QApplication, scheme: Scheme, standing: Standing) -> None:
    looks, colours = Looks(scheme), colours_of(scheme)
    tint = looks.tints.get(standing)
    ground = tint.color() if tint is not None else QColor(colours.surface)
    assert contrast(looks.inks[standing].color(), ground) >= OF_TEXT
    assert contrast(getattr(colours, tone_of(standing)), ground) >= OF_SIGN


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled])
def test_the_palette_in_force_can_be_read(qapp: QApplication, scheme: Scheme, group: QPalette.ColorGroup) -> None:
    apply_theme(qapp, scheme=scheme)
    palette, role = qapp.palette(), QPalette.ColorRole
    for ink, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.PlaceholderText, role.Base),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Base),
    ):
        assert contrast(palette.color(group, ink), palette.color(group, ground)) >= OF_TEXT, (ink, ground)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_rules_use_no_colour_of_their_own(qapp: QApplication, scheme: Scheme) -> None:
    apply_theme(qapp, scheme=scheme)
    used = set(re.findall(r"#[0-9a-fA-F]{6}\b", qapp.styleSheet()))
    assert used
    assert used <= set(colours_of(scheme))


def test_a_pale_palette_would_be_noticed() -> None:
    pale = Colours(*colours_of("light"))._replace(muted="#9aa3ad", grip="#cfd6de")
    assert contrast(pale.muted, pale.surface) < OF_TEXT
    assert contrast(pale.grip, pale.surface) < OF_SIGN
