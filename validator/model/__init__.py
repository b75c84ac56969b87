"""What a document is to the rules: a tree of typed, frozen nodes with places in the original."""
