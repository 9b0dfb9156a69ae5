// Places and extents in longitude and latitude.
#pragma once

/* Degrees: longitude east of Greenwich from -180 to 180, latitude north from -90 to 90. */
typedef struct {
    double lon, lat;
} LonLat;

/* Degrees. east < west: the extent crosses the dateline. */
typedef struct {
    double west, south, east, north;
} Extent;
