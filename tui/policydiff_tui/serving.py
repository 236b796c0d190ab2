"""The application in a browser, through textual-serve: one process a visitor, on this machine only unless asked.

Invariant: pages of other sites get nothing. A browser names where a request comes from (Origin) and where it thinks
it goes (Host); both must be this server, else any page one visits could read the library through the browser.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from policydiff.errors import UsageError
from policydiff.messages import _

LOOPBACK = "127.0.0.1"
PORT = 8000
POLICY = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self' ws: wss:"
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def serve(arguments: Sequence[str], *, host: str = LOOPBACK, port: int = PORT) -> None:
    """Serve ``policydiff ARGUMENTS`` at http://HOST:PORT until Ctrl-C. UsageError where the extra is not installed."""
    server(arguments, host=host, port=port).serve()


def server(arguments: Sequence[str], *, host: str, port: int) -> Any:
    """The server, not yet serving."""
    try:
        from textual_serve.server import Server
    except ImportError:
        raise UsageError(
            _("The application cannot be shown in a browser yet."),
            cause=_("textual-serve is not installed."),
            fix=_("Install it: pip install 'policydiff[serve]'"),
        ) from None

    class Guarded(Server):
        async def _make_app(self) -> Any:
            app = await super()._make_app()
            app.middlewares.append(guard(host))
            app.on_response_prepare.append(own_sources_only)
            return app

    command = shlex.join((sys.executable, "-m", "policydiff", *arguments))
    return Guarded(command, host=host, port=port, title="policydiff")


def guard(host: str) -> Any:
    """An aiohttp middleware that refuses what does not come from, or go to, this server's own pages."""
    from aiohttp import web

    @web.middleware
    async def same_origin(request: Any, handler: Callable[[Any], Awaitable[Any]]) -> Any:
        if not allowed(request.headers.get("Host", ""), request.headers.get("Origin"), host):
            raise web.HTTPForbidden
        return await handler(request)

    return same_origin


async def own_sources_only(_request: Any, response: Any) -> None:
    """Let the page load nothing from elsewhere: textual-serve's template names a font of another site."""
    response.headers["Content-Security-Policy"] = POLICY


def allowed(asked: str, origin: str | None, host: str) -> bool:
    """True where ``asked`` (the Host header) names the server at ``host``, and ``origin`` is its own page or none."""
    name = urlsplit(f"//{asked}").hostname or ""
    known = name in LOCAL_NAMES if host in LOCAL_NAMES else True
    return known and (origin is None or urlsplit(origin).netloc == asked)
