"""What readers say they could not read, in English: stored with the document, and translated where it is shown.

A reader's problem is one of these, formatted; another sentence is shown as it is.
"""

from __future__ import annotations

from policydiff.messages import N_

MISLABELLED = N_("the file is named {suffix}, but it is {kind}; it was read as that")
UNDECODABLE = N_("{count} bytes could not be decoded (they read �)")
ACCEPTED = N_("{count} tracked changes were read as accepted")
COMMENTS = N_("{count} comments were left out")
PICTURES = N_("{count} pictures hold no readable text")
HIDDEN = N_("{count} hidden characters were left out")
CONVERTED = N_("read through LibreOffice, as {kind}")
CONTENTS = N_("the table of contents ({count} lines) was left out")
NESTED = N_("{count} tables inside tables were taken out as tables of their own")
PARTS = N_("the part “{name}” of the file is damaged and was not read")
EMBEDDED = N_("{count} embedded files were not read")
EQUATIONS = N_("{count} equations were read as plain characters")

TEMPLATES = (
    MISLABELLED,
    UNDECODABLE,
    ACCEPTED,
    COMMENTS,
    PICTURES,
    HIDDEN,
    CONVERTED,
    CONTENTS,
    NESTED,
    PARTS,
    EMBEDDED,
    EQUATIONS,
)
"""All of them, for whoever shows a problem in another language."""
