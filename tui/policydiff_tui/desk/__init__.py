"""What the screens keep in hand: values and their changes, without widgets and without heavy work."""
