"""Risky files are read in a process of their own, with limits on time and memory and no network.

A parser that hangs or crashes is stopped, and costs only the file it was reading: the next one starts a new process.
"""

from policydiff.read.sandbox.client import read

__all__ = ["read"]
