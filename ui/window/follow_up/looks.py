"""How a standing looks: its sign, its tone and its tint. The word stands beside it always, so colour never speaks alone."""

from __future__ import annotations

from importlib import resources

from PySide6.QtGui import QBrush, QColor, QIcon, QPalette

from storage.follow_up_table import Standing
from ui.window.icons import icon
from ui.window.theme import Scheme, colours_of

_SIGNS = {
    Standing.OVERDUE: ("circle-x", "bad"),
    Standing.RETURNED: ("undo-2", "warn"),
    Standing.REOPENED: ("square-pen", "warn"),
    Standing.DUE_SOON: ("clock", "warn"),
    Standing.NOT_DUE: ("circle-dashed", "muted"),
    Standing.LATE: ("clock-alert", "warn"),
    Standing.ON_TIME: ("check", "good"),
    Standing.ACCEPTED_LATE: ("check-check", "warn"),
    Standing.ACCEPTED: ("check-check", "good"),
    Standing.RECEIVED: ("check", "good"),
    Standing.REQUESTED: ("mail", "muted"),
    Standing.OWN: ("house", "muted"),
    Standing.EXEMPT: ("circle-minus", "muted"),
}
_TINT = 0.14


def scheme_of_palette(palette: QPalette) -> Scheme:
    """Which of the two palettes is in force."""
    return "dark" if palette.color(QPalette.ColorRole.Window).lightness() < 128 else "light"


def tone_of(standing: Standing) -> str:
    """``good``, ``warn``, ``bad`` or ``muted``."""
    return _SIGNS.get(standing, ("", "muted"))[1]


def sign_name(standing: Standing) -> str:
    """The name of the icon; empty for what is not owed."""
    return _SIGNS.get(standing, ("", "muted"))[0]


def sign_source(standing: Standing) -> bytes:
    """The drawing of a sign (SVG) for paper; empty for what is not owed."""
    name = sign_name(standing)
    return (resources.files("ui.resources") / "icons" / f"{name}.svg").read_bytes() if name else b""


class Looks:
    """Icons and colours of every standing in one palette; kept by whoever draws, never longer than the window."""

    def __init__(self, scheme: Scheme) -> None:
        colours = colours_of(scheme)
        self.scheme = scheme
        self.icons: dict[Standing, QIcon] = {}
        self.tints: dict[Standing, QBrush] = {}
        self.inks: dict[Standing, QBrush] = {}
        for standing in Standing:
            tone = tone_of(standing)
            colour = str(getattr(colours, tone))
            if name := sign_name(standing):
                self.icons[standing] = icon(name, colour, colours.on_accent)
            if tone != "muted":
                self.tints[standing] = QBrush(mixed(colours.surface, colour, _TINT))
            self.inks[standing] = QBrush(QColor(colours.muted if tone == "muted" else colours.text))
        self.group = QBrush(QColor(colours.raised))


def mixed(base: str, other: str, share: float) -> QColor:
    """``share`` of one colour over another."""
    below, above = QColor(base), QColor(other)
    parts = zip(below.getRgb()[:3], above.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(low + (high - low) * share) for low, high in parts))
