"""One file for each thing that fills the screen. They share only `scene`."""
