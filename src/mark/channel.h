// What a column can drive, and how a mark declares what it needs.
#pragma once

#include "data/column.h"

typedef enum {
    CHANNEL_X,
    CHANNEL_Y,
    CHANNEL_COLOR,
    CHANNEL_SIZE,  /* area of a symbol */
    CHANNEL_LABEL, /* words at a mark */
    CHANNEL_LOW,   /* ends of an interval around the value */
    CHANNEL_HIGH,
    CHANNEL_END,        /* where a span ends that begins at the position */
    CHANNEL_FACET,      /* panels: one after the other, or the columns of a grid */
    CHANNEL_FACET_ROWS, /* panels: the rows of a grid */
    CHANNEL_FROM,       /* the ends of a link */
    CHANNEL_TO,
    CHANNEL_WEIGHT,  /* width of a link */
    CHANNEL_PLACE,   /* where on a map a symbol stands, by name */
    CHANNEL_AREA,    /* the area of a map that a row is about, by name */
    CHANNEL_FILL,    /* its colour */
    CHANNEL_HATCH,   /* its hatch */
    CHANNEL_SYMBOLS, /* the circle in it */
    CHANNEL_COUNT,   /* how many there are */
} Channel;

/* The columns a channel takes, as a set of bits (1 << ColumnType). */
typedef enum {
    ACCEPTS_NUMBER = 1 << COLUMN_NUMBER,
    ACCEPTS_TIME = 1 << COLUMN_TIME,
    ACCEPTS_TEXT = 1 << COLUMN_TEXT,
    ACCEPTS_ORDERED = ACCEPTS_NUMBER | ACCEPTS_TIME,
    ACCEPTS_ANY = ACCEPTS_NUMBER | ACCEPTS_TIME | ACCEPTS_TEXT,
} Accepts;

/* A list of these ends with channel CHANNEL_COUNT. */
typedef struct {
    Channel channel;
    gboolean required;
    Accepts accepts;
    const char *help; /* one line */
} ChannelDef;

const char *channel_name(Channel channel); /* "x": the flag without dashes */
