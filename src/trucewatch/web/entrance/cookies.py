"""The cookie that holds a session's secret: never read by scripts, never sent by another site."""

from starlette.requests import Request
from starlette.responses import Response

PLAIN, BOUND = "trucewatch", "__Host-trucewatch"
"""Its name; browsers take the second from this very host by https alone."""


def secret_in(request: Request) -> str | None:
    """Give the secret that a browser sends."""
    return request.cookies.get(_name(request))


def keep(answer: Response, request: Request, secret: str) -> None:
    """Have a browser keep a secret until it is closed."""
    secure = _is_secure(request)
    answer.set_cookie(_name(request), secret, path="/", secure=secure, httponly=True, samesite="strict")


def drop(answer: Response, request: Request) -> None:
    """Have a browser forget the secret."""
    secure = _is_secure(request)
    answer.delete_cookie(_name(request), path="/", secure=secure, httponly=True, samesite="strict")


def _name(request: Request) -> str:
    return BOUND if _is_secure(request) else PLAIN


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"
