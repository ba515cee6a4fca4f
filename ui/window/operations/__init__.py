"""Every change that the windows make, one function a change: it returns what is to be run away from the window's thread."""
