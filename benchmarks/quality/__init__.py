"""Quality: what is read, repaired, paired and marked, scored against gold and generated truth."""
