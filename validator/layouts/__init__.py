"""Undoes what the carrier did to a text, keeps the way back to the original, and records what it undid."""
