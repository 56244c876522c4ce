"""WHERE: a geoparser and a base map.

A leaf of the house: it knows nothing of news, dates or events. Coordinates are WGS84 degrees,
longitude before latitude, everywhere.
"""
