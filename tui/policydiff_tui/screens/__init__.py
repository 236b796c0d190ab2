"""What fills the terminal: each screen connects widgets to values and keys."""
