"""One calm look over Fusion, light and dark: colours, fonts and the few style rules that a palette cannot say.

Sizes follow the font, so that larger text and 125–200 % scaling need nothing else. Colour never stands alone: state is always
said in words or by a sign as well.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

FAMILY = "Be Vietnam Pro"
BASE_POINTS = 10
_STYLES = ("Regular", "SemiBold", "Bold", "Italic")
_RESOURCES = Path(__file__).parents[1] / "resources"
Scheme = Literal["light", "dark"]


class Colours(NamedTuple):
    """The colours of a scheme, as ``#rrggbb``. Text on its background has a contrast of at least 4.5 : 1, and ``grip``, which
    draws the edge of a field and the bar that scrolls, one of 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11); ``line`` only divides.
    """

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    line: str
    grip: str
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str


LIGHT = Colours(
    window="#f4f5f7",
    surface="#ffffff",
    raised="#e9edf2",
    text="#1c2430",
    muted="#56606d",
    line="#cfd6de",
    grip="#858f9c",
    accent="#1f5fa8",
    on_accent="#ffffff",
    good="#1f6f43",
    warn="#8a5a00",
    bad="#a8261f",
)
DARK = Colours(
    window="#1b1f25",
    surface="#23282f",
    raised="#2e353e",
    text="#e8ebef",
    muted="#aab3bf",
    line="#434c57",
    grip="#77828f",
    accent="#7db4f0",
    on_accent="#10161d",
    good="#7ecb9c",
    warn="#e3b765",
    bad="#f09a94",
)


def colours_of(scheme: Scheme) -> Colours:
    """The colours of a scheme."""
    return DARK if scheme == "dark" else LIGHT


def load_fonts() -> None:
    """Makes the window's own font known, which has every Vietnamese letter; paper has another, known to ``ui.printing``.

    By their paths, so that the system maps the files and only what is drawn is ever read.
    """
    from PySide6.QtGui import QFontDatabase

    for style in _STYLES:
        QFontDatabase.addApplicationFont(str(_RESOURCES / "fonts" / f"BeVietnamPro-{style}.ttf"))


def apply_theme(application: QApplication, *, scheme: Scheme, text_percent: int = 100) -> None:
    """Sets style, palette, font and style rules for the whole program."""
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QStyleFactory

    colours = colours_of(scheme)
    application.setStyle(QStyleFactory.create("Fusion"))
    apply_palette(application, scheme)
    font = QFont(FAMILY)
    font.setPointSizeF(BASE_POINTS * text_percent / 100)
    application.setStyleSheet(
        _rules(colours, BASE_POINTS * text_percent / 100) + _marks(colours, scheme, text_percent) + _views(colours)
    )
    # Last: with style rules, Windows gives menus, lists and tips its own font again.
    application.setFont(font)


def apply_palette(application: QApplication, scheme: Scheme) -> None:
    """The colours alone, which is all that an empty window needs."""
    colours, palette = colours_of(scheme), QPalette()
    roles = QPalette.ColorRole
    pairs = {
        roles.Window: colours.window,
        roles.WindowText: colours.text,
        roles.Base: colours.surface,
        roles.AlternateBase: colours.window,
        roles.Text: colours.text,
        roles.PlaceholderText: colours.muted,
        roles.Button: colours.raised,
        roles.ButtonText: colours.text,
        roles.Highlight: colours.accent,
        roles.HighlightedText: colours.on_accent,
        roles.ToolTipBase: colours.raised,
        roles.ToolTipText: colours.text,
        roles.Link: colours.accent,
        roles.Mid: colours.line,
        roles.Light: colours.surface,
        roles.Dark: colours.line,
    }
    for role, colour in pairs.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    application.setPalette(palette)


def _marks(c: Colours, scheme: Scheme, percent: int) -> str:
    """Arrows and ticks: once a frame is drawn by rules, the style leaves its arrows to rules as well; and the style's own
    boxes to be ticked vanish on a dark ground. All of them grow with the text.
    """
    box, arrow, rim, sign = (round(points * percent / 100) for points in (14, 12, 5, 16))
    inner = box + 2 - 2 * rim
    folder = (_RESOURCES / "icons").as_posix()
    size = f"width: {arrow}px; height: {arrow}px;"
    down, up = (f'image: url("{folder}/arrow-{way}-{scheme}.svg"); {size}' for way in ("down", "up"))
    tick = f'image: url("{folder}/tick-{scheme}.svg");'
    boxes = "QCheckBox::indicator, QAbstractItemView::indicator"
    return f"""
    {boxes} {{ width: {box}px; height: {box}px; border: 1px solid {c.muted}; border-radius: 3px; background: {c.surface}; }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
        background: {c.accent}; border-color: {c.accent}; {tick} }}
    QRadioButton::indicator {{ width: {box}px; height: {box}px; border: 1px solid {c.muted};
        border-radius: {box // 2 + 1}px; background: {c.surface}; }}
    QRadioButton::indicator:checked {{ width: {inner}px; height: {inner}px; border: {rim}px solid {c.accent}; }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {c.line}; background: {c.raised}; }}
    QCheckBox:focus, QRadioButton:focus {{ color: {c.accent}; text-decoration: underline; }}
    QComboBox::drop-down {{ border: none; width: 26px; }}
    QComboBox::down-arrow {{ {down} }}
    QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.line}; outline: none; }}
    QAbstractItemView {{ icon-size: {sign}px; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 22px; background: transparent; }}
    QSpinBox::up-button {{ subcontrol-position: top right; }}
    QSpinBox::down-button {{ subcontrol-position: bottom right; }}
    QSpinBox::up-arrow {{ {up} }}
    QSpinBox::down-arrow {{ {down} }}
    """


def _rules(c: Colours, points: float) -> str:
    return f"""
    QLabel[role="title"] {{ font-size: {points * 1.6:.1f}pt; font-weight: 600; }}
    QLabel[role="heading"] {{ font-size: {points * 1.2:.1f}pt; font-weight: 600; }}
    QLabel[role="muted"] {{ color: {c.muted}; }}
    QLabel[role="figure"] {{ font-size: {points * 2:.1f}pt; font-weight: 600; color: {c.accent}; }}
    QLabel[tone="good"] {{ color: {c.good}; }}
    QLabel[tone="warn"] {{ color: {c.warn}; }}
    QLabel[tone="bad"] {{ color: {c.bad}; }}
    QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 8px; }}
    QFrame[role="card"] QLabel {{ background: transparent; border: none; }}
    QFrame#navigation_column {{ background: {c.raised}; border: none; border-right: 1px solid {c.line}; }}
    QToolButton[role="navigation"] {{ padding: 8px 12px; border: none; border-radius: 6px; background: transparent;
        color: {c.text}; text-align: left; }}
    QToolButton[role="navigation"]:hover, QToolButton[role="navigation"]:focus {{ color: {c.accent}; }}
    QListWidget#navigation {{ background: {c.raised}; border: none; outline: none; padding: 6px; }}
    QListWidget#navigation::item {{ padding: 9px 10px; border-radius: 6px; color: {c.text}; }}
    QListWidget#navigation::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QPushButton {{ padding: 6px 14px; border: 1px solid {c.line}; border-radius: 6px; background: {c.raised}; }}
    QPushButton:hover {{ border-color: {c.accent}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 5px 13px; }}
    QPushButton:disabled {{ color: {c.muted}; }}
    QPushButton:checked {{ background: {c.surface}; border-color: {c.accent}; color: {c.accent}; font-weight: 600; }}
    QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; font-weight: 600; }}
    QPushButton[role="primary"]:disabled {{ background: {c.raised}; color: {c.muted}; border-color: {c.line}; }}
    QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox {{
        padding: 5px; border: 1px solid {c.grip}; border-radius: 6px; background: {c.surface}; color: {c.text};
        selection-background-color: {c.accent}; selection-color: {c.on_accent};
    }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QComboBox:focus {{
        border: 2px solid {c.accent}; padding: 4px;
    }}
    QListWidget, QListView, QTextBrowser {{ background: {c.surface}; border: 1px solid {c.line};
        border-radius: 6px; padding: 2px; }}
    QListWidget::item {{ padding: 4px; }}
    QTableView {{ background: {c.surface}; alternate-background-color: {c.window}; gridline-color: {c.line};
        border: 1px solid {c.line}; border-radius: 6px; }}
    QHeaderView::section {{ background: {c.raised}; border: none; border-right: 1px solid {c.line};
        border-bottom: 1px solid {c.line}; padding: 6px; font-weight: 600; }}
    QToolTip {{ border: 1px solid {c.line}; padding: 4px; }}
    """


def _views(c: Colours) -> str:
    """Entries of lists and tables, tabs, small buttons, and bars that scroll."""
    return f"""
    QTableView::item {{ padding: 0 4px; }}
    QTableView::item:selected, QListView::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QListView::item {{ padding: 3px 2px; }}
    QTabWidget::pane {{ border: none; border-top: 1px solid {c.line}; padding-top: 2px; }}
    QTabBar {{ outline: none; }}
    QTabBar::tab {{ padding: 6px 14px; border: none; border-bottom: 3px solid transparent; color: {c.muted}; }}
    QTabBar::tab:hover {{ color: {c.text}; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
    QTabBar::tab:selected:focus {{ color: {c.accent}; background: {c.raised}; }}
    QToolButton {{ padding: 5px 8px; border: 1px solid {c.line}; border-radius: 6px; background: {c.raised}; }}
    QToolButton[autoRaise="true"] {{ border-color: transparent; background: transparent; }}
    QToolButton:hover {{ border-color: {c.accent}; }}
    QToolButton:focus {{ border: 2px solid {c.accent}; padding: 4px 7px; }}
    QToolButton:disabled {{ color: {c.muted}; }}
    QScrollBar:vertical {{ width: 12px; background: transparent; margin: 0; }}
    QScrollBar:horizontal {{ height: 12px; background: transparent; margin: 0; }}
    QScrollBar::handle {{ background: {c.grip}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 28px; }}
    QScrollBar::handle:horizontal {{ min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {c.accent}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    """
