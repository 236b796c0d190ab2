"""What screens are built of: widgets draw what they are given and compute nothing."""
