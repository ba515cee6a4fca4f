"""A window of PySide6 with nothing in it: what the program's start is measured against."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("bare window")
window.resize(1180, 690)
window.show()
sys.exit(application.exec())
