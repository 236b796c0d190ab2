"""Start the application from a shell, for development: ``python -m policydiff_tui``."""

from policydiff_tui.app import PolicyDiffApp

if __name__ == "__main__":
    PolicyDiffApp().run()
