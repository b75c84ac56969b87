"""Releases: what was withheld and what the release put on the pages, around a document of any kind or alone."""
