"""What bin/compare consists of."""
