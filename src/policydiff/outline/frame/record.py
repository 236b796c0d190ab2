"""The record of what stands around a document's text, filled in step by step."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A document's frame. Offsets are those of the clean text: the document begins at ``start``, and ``body`` and
    ``end`` bound the text that holds its sections.

    ``printed_date`` stands with the title, ``signed_date`` under the signature; ``preface`` holds the lines on
    adoption, delivery or publication between title and text. The other fields are those of
    `policydiff.model.Document`.
    """

    title: str
    start: int
    body: int
    end: int
    main_title: str | None = None
    doc_number: str | None = None
    printed_date: str | None = None
    signed_date: str | None = None
    recipients: str | None = None
    notice: str | None = None
    attachments: tuple[str, ...] = ()
    signature: str | None = None
    signers: tuple[str, ...] = ()
    remark: str | None = None
    copies_to: str | None = None
    printing: str | None = None
    preface: str = ""
