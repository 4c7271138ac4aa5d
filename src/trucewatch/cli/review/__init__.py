"""`trucewatch review`: people decide about claims, and take reviewed sheets away."""
