"""Joins documents and rules: settings, plan, run, the mask, findings and what was understood."""
