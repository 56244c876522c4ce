"""Data that ships: gazetteer, base map, fonts, the bundled view; each listed in manifest.json.

`geo.shipped` finds and verifies the files; this package holds no code.
"""
