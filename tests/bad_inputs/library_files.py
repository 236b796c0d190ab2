"""Files of a library (Markdown with front matter) that somebody spoilt, or that lead elsewhere."""

from __future__ import annotations

from tests.bad_inputs.case import SENTENCE, TITLE, Corpus

CORPUS = Corpus()
bad = CORPUS.file


def document(front: str = "", body: str = f"# 一、总体要求\n\n{SENTENCE}\n", id: str = "jia-2021") -> bytes:
    """A document as it stands in a library, with more front matter."""
    return f"---\nschema: policydiff.document/1\nid: {id}\ntitle: {TITLE}\n{front}---\n\n{body}".encode()


@bad("spoilt.md", refused="the front matter cannot be read")
def front_matter_broken() -> bytes:
    """Front matter that is no YAML."""
    return document("kind: [unclosed\n")


@bad("values.md", refused="the front matter cannot be read")
def front_matter_of_wrong_values() -> bytes:
    """A period that is a text."""
    return document("period: soon\n")


@bad("laughs.md", refused="the front matter cannot be read")
def front_matter_bomb() -> bytes:
    """Billion laughs in YAML: lists of references to lists."""
    lists = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9) if n else 'lol'}]\n" for n in range(12))
    return document(lists + "issuers: *l11\n")


@bad("deep.md", refused="the front matter cannot be read")
def front_matter_nested_deeply() -> bytes:
    """A list in a list, 5,000 times, in the front matter."""
    return document(f"issuers: {'[' * 5_000}\n")


@bad("tags.md", refused="the front matter cannot be read")
def front_matter_that_would_run() -> bytes:
    """A YAML tag that runs a program in careless readers."""
    return document('kind: !!python/object/apply:os.system ["touch /tmp/pwned"]\n')


@bad("outside.md")
def id_that_leads_out() -> bytes:
    """An id that is a path out of the library."""
    return document(id="../../../outside")


@bad("absolute.md")
def id_that_is_a_path() -> bytes:
    """An id that is an absolute path."""
    return document(id="/tmp/policydiff-outside")


@bad("controls.md")
def id_with_controls() -> bytes:
    """An id of escape and NUL characters."""
    return document(id='"\\e[31m\\0\\u202e-dash"')


@bad("long.md")
def id_beyond_measure() -> bytes:
    """An id of 5,000 characters."""
    return document(id="x" * 5000)


@bad("bytes.md")
def document_not_in_utf8() -> bytes:
    """A document of a library saved as GB18030."""
    return document().decode().encode("gb18030")


@bad("cut.md", refused="a document's front matter is missing")
def document_cut() -> bytes:
    """A document cut within its front matter."""
    return document()[:60]
