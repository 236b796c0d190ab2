"""PDFs that cannot be read are refused with the reason and the remedy; parts that cannot are told."""

from __future__ import annotations

import pytest

from policydiff.errors import NotText
from policydiff.read.pdf import file, opening, source
from tests.pdf_maker import Page, pdf, wrapped

TEXT = "为深入贯彻落实有关部署，加快推进城市治理体系和治理能力现代化，制定本方案。"


def written() -> Page:
    page = Page()
    page.lines(wrapped(TEXT, 24))
    return page


def refusal(data: bytes) -> NotText:
    with pytest.raises(NotText) as error:
        source(data, name="x.pdf")
    return error.value


def test_a_scan_is_named_with_the_remedy() -> None:
    error = refusal(pdf([Page().image(0, 0, 595, 842)]))
    assert "scan" in error.what
    assert "ocrmypdf" in error.fix


def test_a_scan_with_a_stamped_number_is_a_scan() -> None:
    pages = [Page().image(0, 0, 595, 842).text(280, 800, str(n), size=9) for n in range(1, 4)]
    assert "scan" in refusal(pdf(pages)).what


def test_scanned_pages_among_others_are_told() -> None:
    found = source(pdf([written(), written(), Page().image(0, 0, 595, 842), written()]), name="x.pdf")
    (problem,) = found.problems
    assert "3" in problem
    assert "ocrmypdf" in problem


def test_pages_without_anything_hold_no_text() -> None:
    assert "no text" in refusal(pdf([Page(), Page()])).what


def test_a_file_without_pages_is_damaged() -> None:
    error = refusal(pdf([]))
    assert "damaged" in error.what


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6])
def test_a_truncated_file_is_refused(share: float) -> None:
    data = pdf([written()] * 3, compress=True)
    error = refusal(data[: int(len(data) * share)])
    assert error.cause
    assert error.fix


def test_an_encrypted_file_is_named_so() -> None:
    data = pdf([written()])
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>] >>" % (
        b"11" * 32,
        b"22" * 32,
    )
    cut = data.rindex(b">>\nstartxref")
    assert "encrypted" in refusal(data[:cut] + lock + data[cut + 2 :]).what


def test_bytes_that_are_no_pdf() -> None:
    assert "damaged" in refusal(b"no pdf at all").what


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_PAGES", 2)
    assert "too many pages" in refusal(pdf([written()] * 3)).what


def test_too_many_characters_end_the_reading_and_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "MAX_CHARS", 50)
    found = source(pdf([written()] * 5), name="x.pdf")
    assert len(found.pages) == 2
    assert len(found.problems) == 1


def test_characters_without_codes_are_named_with_the_remedy() -> None:
    page = Page().text(90, 90, "\ue001\ue002\ue003\ue004\ue005\ue006")
    assert "--force-ocr" in refusal(pdf([page])).fix
