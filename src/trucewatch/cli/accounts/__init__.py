"""`trucewatch user`: who may use the workspace, with what role, and what they did."""
