"""Collections: a source is cut into partitions, each is checked by one process and leaves Parquet files and a note.

`running` checks them on this machine, `cluster` on others; `reporting` and `comparing` read what is left.
"""
