"""Text that attacks, in every registered format."""
