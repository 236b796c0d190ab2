"""Questions over a screen: each returns a typed answer, or None where it was left."""
