"""What all tests share. Fixtures stand here only when several rooms use them; a room's own go beside its tests."""

from __future__ import annotations

import os

from hypothesis import settings

# Before any test imports Qt: windows are drawn into memory, so that the tests need no display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No deadline: a busy machine is not a defect. The blob lets a failure of one machine be repeated on another.
settings.register_profile("product", deadline=None, print_blob=True)
settings.load_profile("product")
