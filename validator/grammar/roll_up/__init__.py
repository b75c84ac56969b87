"""The banner that portions need: `roll_up(markings, order, dialect)` (Register 2016 pp. 28-30; DoDM 5200.01-V2)."""

from validator.grammar.roll_up.banner import UNCLASSIFIED_CONTROLS, Order, RollUp, order_of, roll_up

__all__ = ["UNCLASSIFIED_CONTROLS", "Order", "RollUp", "order_of", "roll_up"]
