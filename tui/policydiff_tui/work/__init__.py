"""What takes time: called in thread workers, it returns values or raises, and touches no widget."""
