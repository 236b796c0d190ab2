"""The terminal application: screens over the same pipeline as the command line.

Widgets draw values and compute nothing; workers compute and only post messages; screens connect the two.
"""
