"""The endpoint contract of the interop tests, spoken by a browser; each image adds its `browser` to this package."""
