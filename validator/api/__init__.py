"""What other programs call: `checking` for documents, `judging` for single marks and instructions."""
