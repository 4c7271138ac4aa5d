"""The incident map over a packaged base map, cropped to what is told."""
