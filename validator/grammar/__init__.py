"""Readers of one line or one mark: text in, a typed value out, never an exception."""
