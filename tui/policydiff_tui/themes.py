"""Light, dark, high contrast. Nothing is told by colour alone, so each is free to be calm."""

from __future__ import annotations

from textual.theme import Theme

from policydiff.messages import N_

DEFAULTS = {
    "primary-ink": "#ffffff",
    "quiet": "#8b98a5",
    "rule": "#3a4550",
    "del-ground": "#4a2429",
    "ins-ground": "#1e3f2a",
    "move-ground": "#25344f",
}
"""Our own variables: text on `$primary`, secondary text, rules, grounds of marked text. Opaque, since lines are drawn
without the toolkit's blending."""

DARK = Theme(
    name="policydiff-dark",
    primary="#2f6f9f",
    secondary="#4b8f8c",
    accent="#8fb8ff",
    warning="#e0b45c",
    error="#f08080",
    success="#7fce8f",
    foreground="#d8dde3",
    background="#12161b",
    surface="#1a2027",
    panel="#242c35",
    dark=True,
    variables=DEFAULTS,
)

LIGHT = Theme(
    name="policydiff-light",
    primary="#1f5f8b",
    secondary="#2f7f78",
    accent="#1d4fa3",
    warning="#8a5a00",
    error="#b3261e",
    success="#1b6e3c",
    foreground="#1d2125",
    background="#fbfaf7",
    surface="#f2f0ea",
    panel="#e6e3da",
    dark=False,
    variables=DEFAULTS
    | {
        "quiet": "#6b6f75",
        "rule": "#cfcabd",
        "del-ground": "#fbdad7",
        "ins-ground": "#d3efd9",
        "move-ground": "#dbe6fb",
    },
)

CONTRAST = Theme(
    name="policydiff-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#00ffff",
    warning="#ffff00",
    error="#ff6060",
    success="#60ff60",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    dark=True,
    luminosity_spread=0.0,
    text_alpha=1.0,
    variables=DEFAULTS
    | {
        "primary-ink": "#000000",
        "quiet": "#d0d0d0",
        "rule": "#ffffff",
        "del-ground": "#600000",
        "ins-ground": "#004800",
        "move-ground": "#000070",
    },
)

THEMES = (DARK, LIGHT, CONTRAST)

NAMES = {DARK.name: N_("dark"), LIGHT.name: N_("light"), CONTRAST.name: N_("high contrast")}


def following(name: str) -> str:
    """The theme after ``name``, from the last to the first."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
