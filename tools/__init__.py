"""What `make messages` and `make docs` run; no part of the program."""
