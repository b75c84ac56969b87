"""Marked documents that are no telegrams: memos, reports, letters, slides as text."""
