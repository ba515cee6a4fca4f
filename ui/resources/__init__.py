"""Fonts, icons and translations that the windows carry with them."""
