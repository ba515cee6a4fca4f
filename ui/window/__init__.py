"""The windows: PySide6 Widgets over the jobs of ``storage`` and ``export``. Nothing here decides what is true."""
