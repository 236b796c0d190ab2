"""Compare Chinese policy documents: repair, outline, align, and show what differs.

>>> import policydiff
>>> library = policydiff.open_library()          # doctest: +SKIP
>>> comparison = policydiff.compare(library["京大数据发〔2021〕1号"], library["津政办发〔2021〕52号"], mode="region")
... # doctest: +SKIP
"""

__version__ = "0.1.0"
