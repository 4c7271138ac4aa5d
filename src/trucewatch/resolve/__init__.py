"""Words to values: times, quantities, places and parties, each decided by rules that can be read."""
