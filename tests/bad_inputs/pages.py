"""Web pages and web archives."""

from __future__ import annotations

from tests.bad_inputs.case import PLAN, SENTENCE, TITLE, Corpus

CORPUS = Corpus()
bad = CORPUS.file

BODY = "".join(f"<p>{line}</p>" for line in (PLAN.splitlines() * 3)[:15])
PAGE = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}</title></head><body>{BODY}</body></html>'


@bad("page.txt", problem="the file is named .txt, but it is HTML")
def page_named_txt() -> bytes:
    """A web page named .txt."""
    return PAGE.encode()


@bad("page.doc", problem="the file is named .doc, but it is HTML")
def page_named_doc() -> bytes:
    """A web page named .doc, as some sites offer for download."""
    return PAGE.encode("utf-16")


@bad("cut.html")
def page_cut() -> bytes:
    """A page cut within a tag."""
    return (PAGE.partition("</body>")[0] + "<div><table><tr><td cla").encode()


@bad("deep.html", refused="nested more than")
def page_nested_deeply() -> bytes:
    """100,000 elements inside each other."""
    return f"<html><body>{'<div>' * 100_000}{BODY}".encode()


@bad("deep-tables.html", refused="nested more than")
def tables_nested_deeply() -> bytes:
    """5,000 tables inside each other."""
    return f"<html><body>{'<table><tr><td>' * 5_000}{BODY}".encode()


@bad("formatting.html")
def page_of_unclosed_formatting() -> bytes:
    """Thousands of formatting elements never closed, which parsers open anew in every paragraph."""
    return PAGE.replace("<p>", "<p><b><i><font>" * 30).encode()


@bad("script.html", refused="There is no text on the web page.")
def page_of_scripts() -> bytes:
    """A page that a script would fill."""
    return b"<html><body><div id=app></div><script>document.write('text')</script></body></html>"


@bad("spans.html")
def table_that_spans_the_world() -> bytes:
    """A cell over a million columns and a million rows."""
    cell = f'<table><tr><td colspan="1000000" rowspan="1000000">{SENTENCE}</td></tr><tr><td>二</td></tr></table>'
    return PAGE.replace("</body>", cell + "</body>").encode()


@bad("charset.html")
def page_that_lies_about_its_encoding() -> bytes:
    """UTF-8 that says it is GB2312."""
    return PAGE.replace("utf-8", "gb2312").encode()


@bad("unknown.html")
def page_of_unknown_encoding() -> bytes:
    """A page whose encoding has a name nobody knows."""
    return PAGE.replace("utf-8", "x-\x1b[31m-unknown").encode()


@bad("entities.html")
def page_of_entities() -> bytes:
    """Entities without end, unknown and out of range ones among them."""
    return PAGE.replace("</body>", "<p>" + "&#x110000;&#0;&#xd800;&nosuch;&amp;" * 2000 + "</p></body>").encode()


@bad("attributes.html")
def page_of_attributes() -> bytes:
    """An element of 2,000 attributes and one attribute of a megabyte."""
    many = " ".join(f'a{n}="{n}"' for n in range(2_000))
    return PAGE.replace("<body>", f'<body><div {many}></div><img alt="{"x" * 1_000_000}">').encode()


@bad("nul.html")
def page_with_nul() -> bytes:
    """NUL and escape characters within tags and text, a comment never closed behind them."""
    return PAGE.replace("数字化", "数\x00字\x1b[2J化").replace("</body>", "<di\x00v><!-- </body>").encode()


@bad("outside.html")
def page_that_wants_the_network() -> bytes:
    """Images, frames, styles, a base and a refresh from elsewhere; none is fetched."""
    wants = (
        '<base href="http://127.0.0.1:9/"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">'
        '<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><script src="http://127.0.0.1:9/a.js"></script>'
    )
    frames = '<img src="http://127.0.0.1:9/a.png"><iframe src="file:///etc/passwd"></iframe>'
    return PAGE.replace("</head>", f"{wants}</head>").replace("</body>", f"{frames}</body>").encode()


@bad("empty.mht", refused="There is no page in this web archive.")
def web_archive_without_page() -> bytes:
    """A web archive that holds only a picture."""
    return (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    )


@bad("deep.mht", refused="nested too deeply")
def web_archive_nested_deeply() -> bytes:
    """A message in a message, 1,200 times."""
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b0\r\n\r\n"
    inner = b"".join(
        b"--b%d\r\nContent-Type: multipart/related; boundary=b%d\r\n\r\n" % (n, n + 1) for n in range(1200)
    )
    return head + inner


@bad("broken.mht")
def web_archive_with_broken_coding() -> bytes:
    """A web archive whose Base64 is broken at its end."""
    import base64

    page = base64.b64encode(PAGE.encode())[:-3] + b"!*\r\n"
    return (
        b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + page + b"\r\n--b--\r\n"
    )
