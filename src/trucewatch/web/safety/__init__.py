"""What every answer carries and which requests are answered at all."""
