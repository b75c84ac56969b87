from validator.model.hidden import Hidden
from validator.model.nodes import Observation


def test_hidden_words_stay_out_of_whatever_prints_the_node() -> None:
    node = Observation(start=0, end=1, name="covered-text", hidden=Hidden("Ann Example"))
    shown = f"{node} {node!r} {node.hidden} {[node.hidden]}"
    assert "Example" not in shown
    assert "<11 hidden characters>" in shown
