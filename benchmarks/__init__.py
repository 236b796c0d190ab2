"""Measurements: quality against gold, speed beside peers; see README.md."""
