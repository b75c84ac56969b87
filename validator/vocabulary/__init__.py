"""The vocabularies under rules/vocabulary: levels, orders, eras, marks, tags, posts and the like.

Read with `validator.vocabulary.load.builtin()["levels"].find("CONF")`.
"""
