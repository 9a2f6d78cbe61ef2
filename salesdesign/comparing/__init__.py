"""Two advices side by side: what differs between them, and why."""
