// The tables that script/prepare-boundaries writes. For geo/boundaries only.
// Whole numbers are steps of 1/GRID degrees; boxes are west, south, east, north with east >= west.
#pragma once

#include <glib.h>

/* From one point of a line to the next one, which has the level. Without its points of levels below
 * BOUNDARY_LEVEL(degrees) a line is nowhere farther than that from what it was. */
typedef struct {
    gint16 east, north;
    guint16 level;
} BoundaryStep;
#define BOUNDARY_LEVELS 64
#define BOUNDARY_LEVEL(degrees) floor(4 * log2((degrees) / 0.001))

/* A line that one or two countries share. */
typedef struct {
    gint32 lon, lat;
    guint32 first_step;
    guint16 n_steps;
    gint16 owners[2]; /* indices of areas; -1: nobody, so the line is a coast */
} BoundaryArc;

/* References i mean arc i, references ~i arc i backwards. */
typedef struct {
    guint16 first_ref, n_refs;
    guint16 hole;
    gint32 box[4];
    float area_km2;
} BoundaryRing;

typedef struct BoundaryArea {
    guint16 id;
    const char *name;
    guint16 first_ring, n_rings, main_ring;
    gint32 box[4];
    gint32 label[2];
    double area_km2;
} BoundaryArea;

extern const BoundaryArc boundary_arcs[];
extern const BoundaryStep boundary_steps[];
extern const gint16 boundary_refs[];
extern const BoundaryRing boundary_rings[];
extern const BoundaryArea boundary_areas[]; /* by id; the land as a whole is the last one */
extern const guint boundary_n_arcs, boundary_n_areas;
extern const double boundary_grid;
