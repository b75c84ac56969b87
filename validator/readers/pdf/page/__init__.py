"""What is done with a page inside the worker process. Nothing outside of it imports this package."""
