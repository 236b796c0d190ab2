"""Pages that need nothing else: one file, offline, legible without its script."""
