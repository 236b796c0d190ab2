"""What a change means: typed, located facts on paired sections, found by rules that can be read and tested."""
