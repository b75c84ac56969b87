"""Refuses the network to every Python process of the tests; Python itself loads this file where it is on the path.

Only this machine may be talked to, as the parts of a cluster do.
"""

import sys
from typing import Any

_HERE = (None, "", "localhost", "127.0.0.1", "::1", b"localhost")
_REACHING_OUT = frozenset({"socket.bind", "socket.connect", "socket.sendmsg", "socket.sendto"})


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _REACHING_OUT:
        address = arguments[-1]
        host = address[0] if isinstance(address, tuple) else None  # a path is a socket of this machine
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    if host not in _HERE:
        raise PermissionError(f"the tests have no network: {event}")


sys.addaudithook(_refuse)
