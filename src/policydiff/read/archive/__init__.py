"""Archives → the files in them. Nothing is ever written to disk, so no name in an archive can lead anywhere."""

from policydiff.read.archive.unpacking import Member, members

__all__ = ["Member", "members"]
