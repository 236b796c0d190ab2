"""Views for people: each a pure function of one value to something rich can draw, a module per view.

Columns are measured in terminal cells, and no cue is carried by colour alone.
"""
