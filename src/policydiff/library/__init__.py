"""A folder of policies as Markdown, and what is derived from it."""
