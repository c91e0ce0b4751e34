"""What follows what: stories yield scenes and read downward like prose."""
