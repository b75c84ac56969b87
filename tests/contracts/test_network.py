"""The whole suite runs without a network, here and in the processes it starts."""

import os
import socket
import subprocess
import sys

import pytest

from tests.cli.running import NO_NETWORK

ELSEWHERE = ("192.0.2.1", 9)  # an address of RFC 5737, which leads nowhere
CALLS = 'import socket; socket.create_connection(("192.0.2.1", 9), 1)'


def test_a_test_reaches_nobody() -> None:
    with pytest.raises(PermissionError, match="the tests have no network"):
        socket.create_connection(ELSEWHERE, timeout=1)
    with pytest.raises(PermissionError, match="the tests have no network"):
        socket.getaddrinfo("example.org", 443)


def test_what_a_test_starts_reaches_nobody() -> None:
    variables = os.environ | {"PYTHONPATH": str(NO_NETWORK)}
    done = subprocess.run([sys.executable, "-c", CALLS], env=variables, capture_output=True, text=True)
    assert done.returncode == 1
    assert "PermissionError: the tests have no network: socket." in done.stderr


def test_this_machine_may_be_talked_to() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
