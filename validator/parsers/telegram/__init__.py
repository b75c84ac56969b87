"""State Department telegrams, 1973 to 2012: text in, a Document out, whatever state the text is in."""
