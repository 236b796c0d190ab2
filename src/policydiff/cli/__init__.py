"""The command line: arguments, streams and exit codes, and no logic of its own.

stdout carries data, stderr everything else. A command is a module of `policydiff.cli.commands`, loaded when it
is called.
"""
