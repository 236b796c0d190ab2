"""The style sheet of a picture: light, and dark where the reader's system is."""

from __future__ import annotations

from policydiff.export.heatmap.colours import STEPS, Theme, dark, ink_on, light
from policydiff.export.svg import FONTS


def sheet() -> str:
    """For a picture that stands alone. Renderers that know no dark grounds skip that part."""
    return f"{shapes()}{_rules(light(), '')}@media (prefers-color-scheme:dark){{{_rules(dark(), '')}}}"


def page_sheet() -> str:
    """For pictures on a page whose root may carry ``data-theme``; printed, they are light."""
    night = ":root:not([data-theme=light]) "
    return (
        f"{shapes()}{_rules(light(), '')}"
        f"@media screen and (prefers-color-scheme:dark){{{_rules(dark(), night)}}}"
        f"@media screen{{{_rules(dark(), ':root[data-theme=dark] ')}}}"
    )


def shapes() -> str:
    """What does not depend on colour."""
    return (
        f"text{{font-family:{FONTS};font-variant-numeric:tabular-nums}}"
        ".e{text-anchor:end}.m{text-anchor:middle}.b{font-weight:bold}"
        ".u{fill:none;stroke-width:1}.d{shape-rendering:crispEdges}.n{pointer-events:none}.h{fill-opacity:0}"
        ".p{fill:none;stroke-width:2.25;stroke-linejoin:round}.z{stroke-dasharray:7 4}"
    )


def _rules(theme: Theme, root: str) -> str:
    plain = {
        "g": f"fill:{theme.ground}",
        "i": f"fill:{theme.ink}",
        "q": f"fill:{theme.quiet}",
        "u": f"stroke:{theme.quiet}",
        "r": f"stroke:{theme.rule}",
        "x": f"fill:{theme.rule}",
        "w": f"stroke:{theme.ground}",
        "j": f"fill:{theme.first}",
        "k": f"fill:{theme.second}",
        "jl": f"stroke:{theme.first}",
        "kl": f"stroke:{theme.second}",
    }
    rules = [f"{root}.{name}{{{rule}}}" for name, rule in plain.items()]
    rules += [f"{root}.t{n}{{fill:{tint}}}" for n, tint in enumerate(theme.tints)]
    rules += [f"{root}.c{n}{{fill:{theme.scale[n]}}}" for n in range(STEPS)]
    rules += [f"{root}.s{n}{{stroke:{theme.scale[n]}}}" for n in range(STEPS)]
    rules += [f"{root}.v{n}{{fill:{ink_on(theme.scale[n])}}}" for n in range(STEPS)]
    return "".join(rules)
