"""Data that unpacks to far more than it is, made without unpacking it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

MEGABYTE = 1 << 20


def deflated(megabytes: int, fill: bytes = b" ", head: bytes = b"", tail: bytes = b"") -> bytes:
    """A raw deflate stream of ``head``, so many megabytes of ``fill``, and ``tail``.

    Full flushes make blocks independent: one megabyte is deflated once and its bytes repeated (RFC 1951 §3.2).
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    start = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(fill * (MEGABYTE // len(fill))) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + block * megabytes + packer.compress(tail) + packer.flush()


def zlib_stream(megabytes: int, fill: bytes = b" ") -> bytes:
    """The same as a zlib stream, whose checksum at its end is wrong."""
    return b"\x78\xda" + deflated(megabytes, fill) + b"\x00\x00\x00\x00"


def replaced(package: bytes, name: str, stream: bytes, size: int) -> bytes:
    """A ZIP package with ``stream`` as the deflated data of one member, said to unpack to ``size`` bytes."""
    source = zipfile.ZipFile(io.BytesIO(package))
    members = [(info.filename, source.read(info)) for info in source.infolist() if info.filename != name]
    return stored([*((n, deflate(d), len(d), zlib.crc32(d)) for n, d in members), (name, stream, size, 0)])


def deflate(data: bytes) -> bytes:
    """A raw deflate stream of ``data``."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def stored(members: list[tuple[str, bytes, int, int]]) -> bytes:
    """A ZIP archive written by hand of names, deflated data, sizes as said, checksums (APPNOTE.TXT §4.3)."""
    out, directory = bytearray(), bytearray()
    for name, data, size, checksum in members:
        raw = name.encode("utf-8", "surrogateescape")
        fields = struct.pack("<HHHHHIIIHH", 20, 0x800, 8, 0, 0x21, checksum, len(data), size, len(raw), 0)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + fields + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + raw
        out += b"PK\x03\x04" + fields + raw + data
    end = struct.pack("<HHHHIIH", 0, 0, len(members), len(members), len(directory), len(out), 0)
    return bytes(out + directory + b"PK\x05\x06" + end)
