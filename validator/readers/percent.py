"""Percent-encoding of addresses (RFC 3986, 2.1). The standard library has it in a package that knows the network."""

import re

_ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")


def decoded(address: str) -> str:
    """The address with its escapes undone; bytes that are no UTF-8 become U+FFFD."""
    if "%" not in address:
        return address
    data = _ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), address.encode("utf-8", "replace"))
    return data.decode("utf-8", "replace")
