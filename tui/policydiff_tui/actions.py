"""Everything a user can do, in one place: keys, key bar, command palette and help screen all come from here.

Invariant: within a room no key is given twice (a test checks), and every action has a method of that name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding

from policydiff.messages import N_, _


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing to do: ``action`` is the method ``action_…`` (with arguments) of the screen, or of the application
    where it begins with ``app.``; ``keys`` as Textual names them; ``label`` for the key bar, ``about`` for palette and
    help. ``bar`` puts it into the key bar."""

    action: str
    keys: str
    label: str
    about: str
    bar: bool = False

    @property
    def shown_key(self) -> str:
        """The first key as printed on a keyboard."""
        return key_name(self.keys.split(",")[0])


KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "number_sign": "#",
    "equals_sign": "=",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "enter": N_("Enter"),
    "space": N_("Space"),
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "⇧Tab",
    "left": "←",
    "right": "→",
}


def key_name(key: str) -> str:
    """A key as a reader knows it: ``ctrl+p`` is ^p."""
    if key.startswith("ctrl+"):
        return "^" + key_name(key.removeprefix("ctrl+"))
    return _(KEY_NAMES[key]) if key in KEY_NAMES else key.upper() if len(key) > 1 and key[0] == "f" else key


def _c(action: str, keys: str, label: str, about: str, bar: bool = False) -> Command:
    return Command(action=action, keys=keys, label=label, about=about, bar=bar)


EVERYWHERE = (
    _c("app.help", "f1,question_mark", N_("help"), N_("Show every key of this screen"), True),
    _c("app.command_palette", "ctrl+p", N_("palette"), N_("Find an action by its name")),
    _c("app.theme", "f2", N_("theme"), N_("Change between light, dark and high contrast")),
    _c("app.language", "f3", N_("language"), N_("中文 / English")),
    _c("app.picture", "f12", N_("picture"), N_("Save a picture of the screen (SVG)")),
    _c("app.quit", "ctrl+q", N_("quit"), N_("End the application")),
)

LIBRARY = (
    _c("search", "slash", N_("filter"), N_("Filter by title, number, region and text"), True),
    _c("open", "enter", N_("read"), N_("Read the document under the cursor"), True),
    _c("mark", "space", N_("mark"), N_("Mark the document; two marked ones can be compared"), True),
    _c(
        "compare",
        "c",
        N_("compare"),
        N_("Compare the marked document with the one under the cursor, or the two marked"),
        True,
    ),
    _c("last", "r", N_("last"), N_("Open the last comparison again")),
    _c("passages", "s", N_("passages"), N_("Find the sections most like a sentence or passage"), True),
    _c("matrix", "m", N_("matrix"), N_("Similarity of the marked or listed documents"), True),
    _c("matrix_sections", "M", N_("section matrix"), N_("Similarity of the sections of the two marked documents")),
    _c("import_file", "i", N_("import"), N_("Read a file or folder into the library"), True),
    _c("unmark", "u", N_("unmark"), N_("Take all marks away")),
    _c("tree", "t", N_("tree"), N_("Show or hide the tree of levels, regions and periods")),
    _c("preview", "p", N_("preview"), N_("Show or hide the outline of the document under the cursor")),
    _c("leave", "escape", N_("back"), N_("Clear the filter")),
    _c("app.quit", "q", N_("quit"), N_("End the application")),
)

READER = (
    _c("search", "slash", N_("search"), N_("Search the text"), True),
    _c("next_hit", "n,full_stop", N_("next hit"), N_("Next place found"), True),
    _c("previous_hit", "p,N,comma", N_("previous hit"), N_("Previous place found"), True),
    _c("go", "g", N_("go to"), N_("Go to a section by number or heading"), True),
    _c("outline", "o", N_("outline"), N_("Show or hide the outline"), True),
    _c("dim", "D", N_("boilerplate"), N_("Dim boilerplate, or show it like other text")),
    _c("copy", "y", N_("copy"), N_("Copy the section's text")),
    _c("damage", "d", N_("repairs"), N_("What was repaired in this document"), True),
    _c("back", "q,escape", N_("back"), N_("Back to where you came from"), True),
)

COMPARE = (
    _c("next_change", "n", N_("next change"), N_("Go to the next change"), True),
    _c("previous_change", "p", N_("previous"), N_("Go to the previous change"), True),
    _c("next_of_kind", "right_square_bracket", N_("next of kind"), N_("Go to the next row of the same kind")),
    _c(
        "previous_of_kind", "left_square_bracket", N_("previous of kind"), N_("Go to the previous row of the same kind")
    ),
    _c("next_uncertain", "t", N_("next to check"), N_("Go to the next pairing that needs a look"), True),
    _c("previous_uncertain", "T", N_("previous to check"), N_("Go to the previous pairing that needs a look")),
    _c(
        "other_half",
        "m",
        N_("other half"),
        N_("Moved: jump to the other half, or bring both level; none: read a likely counterpart beside"),
        True,
    ),
    _c("pin", "a", N_("accept"), N_("Accept the pairing (pin it), or the section shown beside"), True),
    _c("forbid", "x", N_("reject"), N_("Reject the pairing (forbid it), or the section shown beside"), True),
    _c("unpin", "d", N_("let go"), N_("Take back what was decided about this row")),
    _c("candidates", "c", N_("choose"), N_("Choose the counterpart among all sections, likeliest first"), True),
    _c("undo", "u", N_("undo"), N_("Undo the last correction"), True),
    _c("redo", "U,ctrl+r", N_("redo"), N_("Do the undone correction again")),
    _c("bookmark", "b", N_("bookmark"), N_("Set or take away a bookmark")),
    _c("note", "e", N_("note"), N_("Write a note on this row")),
    _c("why", "w", N_("why"), N_("What speaks for and against this pairing")),
    _c("filter", "f", N_("filter"), N_("Choose the kinds of rows to show"), True),
    _c("only('')", "0", N_("all"), N_("Show all rows")),
    _c("only('changed')", "1", N_("changed"), N_("Show only rows that differ")),
    _c("only('only_old')", "2", N_("left only"), N_("Show only sections without counterpart on the right")),
    _c("only('only_new')", "3", N_("right only"), N_("Show only sections without counterpart on the left")),
    _c("only('uncertain')", "4", N_("to check"), N_("Show only pairings that need a look")),
    _c("only('marked')", "5", N_("marked"), N_("Show only rows with a bookmark or note")),
    _c("search", "slash", N_("search"), N_("Search both texts")),
    _c("next_hit", "full_stop", N_("next hit"), N_("Next place found")),
    _c("previous_hit", "comma", N_("previous hit"), N_("Previous place found")),
    _c("go", "g", N_("go to"), N_("Go to a section by number or heading")),
    _c("fold", "z,enter", N_("fold"), N_("Fold or unfold this row")),
    _c("fold_all", "Z", N_("fold all"), N_("Fold or unfold all unchanged text")),
    _c("arrangement", "v", N_("layout"), N_("Side by side, one above the other, one column, or by width"), True),
    _c("signs", "s", N_("signs"), N_("Put signs around changes, for terminals without strike and underline")),
    _c("dim", "D", N_("boilerplate"), N_("Dim boilerplate, or show it like other text")),
    _c("outline", "o", N_("outline"), N_("Show or hide the outline")),
    _c("details", "i", N_("details"), N_("Show or hide the detail bar")),
    _c("option('mode')", "M", N_("mode"), N_("Change the mode: automatic, two versions, two regions")),
    _c("option('unit')", "N", N_("unit"), N_("Change the unit of changes: characters, words, sentences")),
    _c("option('preset')", "L", N_("preset"), N_("Change how sure a pairing must be: strict, balanced, loose")),
    _c("insight", "I", N_("findings"), N_("Targets, deadlines, bodies, citations, wording and origins"), True),
    _c("copy", "y", N_("copy"), N_("Copy both texts of this row")),
    _c("export", "E", N_("export"), N_("Write the comparison to a file"), True),
    _c("section_matrix", "X", N_("matrix"), N_("Similarity of the sections of both documents")),
    _c("read('old')", "less_than_sign", N_("read left"), N_("Read the left document here")),
    _c("read('new')", "greater_than_sign", N_("read right"), N_("Read the right document here")),
    _c("back", "q,escape", N_("back"), N_("Back to the library")),
)

MATRIX = (
    _c("open", "enter", N_("compare"), N_("Compare the two under the cursor"), True),
    _c("numbers", "number_sign,n", N_("numbers"), N_("Show or hide the numbers"), True),
    _c("order", "o", N_("order"), N_("Order of the library, or like beside like"), True),
    _c("measure", "w", N_("measure"), N_("By words, or by pairs of characters"), True),
    _c("export", "E", N_("export"), N_("Write the matrix to a file"), True),
    _c("back", "q,escape", N_("back"), N_("Back to where you came from"), True),
)

INSIGHT = (
    _c("next_topic", "right,tab", N_("next table"), N_("Go to the next table"), True),
    _c("previous_topic", "left,shift+tab", N_("previous table"), N_("Go to the table before")),
    _c("topic(0)", "1", N_("targets"), N_("Quantified targets: new, dropped, raised, lowered …")),
    _c("topic(1)", "2", N_("deadlines"), N_("Tasks with a date")),
    _c("topic(2)", "3", N_("bodies"), N_("Responsible bodies: who came, who went, another lead")),
    _c("topic(3)", "4", N_("citations"), N_("Documents referred to")),
    _c("topic(4)", "5", N_("terms"), N_("Terms new, dropped, more and less used")),
    _c("topic(5)", "6", N_("strength"), N_("Wording that grew stronger or weaker")),
    _c("topic(6)", "7", N_("origins"), N_("What of each section stands in the old document")),
    _c("open", "enter", N_("compare"), N_("Go to where it stands in the comparison"), True),
    _c("changed", "c", N_("changed"), N_("Show only what is not the same, or everything"), True),
    _c("read('old')", "less_than_sign", N_("read left"), N_("Read the left document here"), True),
    _c("read('new')", "greater_than_sign", N_("read right"), N_("Read the right document here"), True),
    _c("copy", "y", N_("copy"), N_("Copy this row")),
    _c("export", "E", N_("export"), N_("Write the findings to a file"), True),
    _c("back", "q,escape", N_("back"), N_("Back to where you came from"), True),
)

SEARCH = (
    _c("open", "enter", N_("open"), N_("Open the section found in its document"), True),
    _c("edit", "slash", N_("passage"), N_("Edit the passage"), True),
    _c("copy", "y", N_("copy"), N_("Copy the section found")),
    _c("back", "escape,q", N_("back"), N_("Back to where you came from"), True),
)

ROOMS: dict[str, tuple[Command, ...]] = {
    "library": LIBRARY,
    "reader": READER,
    "compare": COMPARE,
    "insight": INSIGHT,
    "matrix": MATRIX,
    "search": SEARCH,
}

NAMES = {
    "library": N_("Library"),
    "reader": N_("Reading"),
    "compare": N_("Comparison"),
    "insight": N_("Findings"),
    "matrix": N_("Similarity"),
    "search": N_("Passages"),
}


def commands(room: str) -> tuple[Command, ...]:
    """What can be done in a room, its own commands first."""
    return (*ROOMS[room], *EVERYWHERE)


def bindings(room: str) -> Iterator[Binding]:
    """A room's own keys."""
    for command in ROOMS[room]:
        for key in command.keys.split(","):
            yield Binding(key, command.action, _(command.about), show=False)


def app_bindings() -> Iterator[Binding]:
    """The keys that work everywhere."""
    for command in EVERYWHERE:
        for key in command.keys.split(","):
            yield Binding(key, command.action.removeprefix("app."), _(command.about), show=False)
