"""Damage found and undone: one module per damage class reports places and readings, the pipeline applies them."""

from policydiff.repair.pipeline import HARMLESS, KINDS, clean, repair

__all__ = ["HARMLESS", "KINDS", "clean", "repair"]
