"""Texts set in lines of terminal cells, and the lines of a comparison: pure values that the diff view draws.

Invariant: a line is never wider than it was asked to be, and setting loses no character of a text.
"""
