"""A colour scale in even steps of lightness, for light and for dark grounds.

Lightness falls (or rises) in equal steps of OKLab (Ottosson 2020), so the scale is read correctly in grey, in print
and by the colour-blind; the change of hue only helps to tell neighbours apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin

STEPS = 24
"""Shades of a scale."""

DARK_INK, LIGHT_INK = "#000000", "#ffffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours of a picture: ground, ink, quiet ink, rules, two series, the tints of groups, the scale."""

    ground: str
    ink: str
    quiet: str
    rule: str
    first: str
    second: str
    tints: tuple[str, ...]
    scale: tuple[str, ...]


GROUPS = 10
"""Tints of groups; with more groups they begin again, their signs tell them apart."""


@cache
def light() -> Theme:
    """Ink on paper: the darker, the more alike."""
    return Theme(
        ground="#ffffff",
        ink="#1f2329",
        quiet="#5c6470",
        rule="#c9ced6",
        first=oklch(0.45, 0.13, 255),
        second=oklch(0.50, 0.13, 45),
        tints=tuple(oklch(0.90, 0.05, 20 + 36 * n) for n in range(GROUPS)),
        scale=_scale((0.985, 0.012, 95), (0.36, 0.115, 262), 200),
    )


@cache
def dark() -> Theme:
    """Light on a dark ground: the brighter, the more alike."""
    return Theme(
        ground="#15171b",
        ink="#e8e6e1",
        quiet="#a3a8b0",
        rule="#454b55",
        first=oklch(0.78, 0.11, 250),
        second=oklch(0.80, 0.11, 65),
        tints=tuple(oklch(0.36, 0.05, 20 + 36 * n) for n in range(GROUPS)),
        scale=_scale((0.25, 0.025, 265), (0.93, 0.09, 95), 200),
    )


def _scale(start: tuple[float, float, float], end: tuple[float, float, float], middle_hue: float) -> tuple[str, ...]:
    shades = []
    for step in range(STEPS):
        t = step / (STEPS - 1)
        lightness, chroma = (start[n] + (end[n] - start[n]) * t for n in (0, 1))
        bow = 4 * t * (1 - t)
        hue = (start[2] + (end[2] - start[2]) * t) * (1 - bow / 2) + middle_hue * bow / 2
        shades.append(oklch(lightness, chroma + 0.045 * bow, hue))
    return tuple(shades)


def oklch(lightness: float, chroma: float, hue: float) -> str:
    """The sRGB colour ``#rrggbb`` of an OKLCH one; chroma is lowered until the colour exists."""
    while (rgb := _linear(lightness, chroma, hue)) and not all(-1e-4 <= part <= 1.0001 for part in rgb):
        chroma -= 0.002
        if chroma <= 0:
            rgb = _linear(lightness, 0.0, hue)
            break
    return "#" + "".join(f"{round(255 * _gamma(min(1.0, max(0.0, part)))):02x}" for part in rgb)


def _linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long, medium, short = (
        (lightness + x * a + y * b) ** 3
        for x, y in ((0.3963377774, 0.2158037573), (-0.1055613458, -0.0638541728), (-0.0894841775, -1.2914855480))
    )
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def luminance(colour: str) -> float:
    """The relative luminance of ``#rrggbb`` (WCAG 2.2), 0–1."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2), 1–21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(colour: str) -> str:
    """The ink that is read best on ``colour``."""
    return max((DARK_INK, LIGHT_INK), key=lambda ink: contrast(ink, colour))


def step_of(value: float, top: float) -> int:
    """The shade of ``value`` on a scale from 0 to ``top``."""
    return min(STEPS - 1, max(0, int(value / top * STEPS)))
