"""Redmark for editors: a language server. `server` speaks the protocol; the rest answers, and knows no connection.

pygls and lsprotocol, which come with the extra `lsp`, are imported in this package only.
"""
