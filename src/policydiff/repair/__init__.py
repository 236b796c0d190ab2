"""Damage found and undone; one module per damage class, each reports places and readings and changes nothing itself."""

from policydiff.repair.pipeline import HARMLESS, KINDS, clean, repair

__all__ = ["HARMLESS", "KINDS", "clean", "repair"]
