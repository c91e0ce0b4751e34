"""Keys in, pixels and sound out. Nothing in here knows what a quiz is."""
