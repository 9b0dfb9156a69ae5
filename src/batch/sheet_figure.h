// A figure as a contact sheet shows it: all that the sheet says of it, and nothing borrowed.
#pragma once

#include "base/report.h"

/* What became of it, in the order in which an editor wants to see them. */
typedef enum {
    SHEET_FAILED,
    SHEET_CHANGED,   /* drawn, and it does not look as before */
    SHEET_NEW,       /* drawn, and there was no picture before */
    SHEET_WAITING,   /* left out after a failure, or only looked at (--dry-run) */
    SHEET_ALIKE,     /* drawn, and it looks as before */
    SHEET_UNCHANGED, /* not drawn */
    SHEET_N_GROUPS,
} SheetGroup;

/* "Failed"; static. */
const char *sheet_group_title(SheetGroup group);

/* Something to know about the figure: a finding of the lint, or a remark of the drawing. */
typedef struct {
    Severity severity;
    char *rule;  /* "overlap"; NULL: a remark */
    char *where; /* "x", "trade.csv:7"; NULL: nowhere */
    char *text;
} SheetRemark;

/* A picture made small; straight RGBA. */
typedef struct {
    GBytes *rgba; /* NULL: none */
    guint columns, rows;
} SheetImage;

typedef struct {
    SheetGroup group;
    char *name;                     /* of its group in the manifest */
    char *title;                    /* of the figure; "": none */
    char *description;              /* its text alternative; NULL: none */
    char *language;                 /* BCP 47; NULL: not said */
    char *place;                    /* "figures.ini:14"; NULL: the command line */
    char *why;                      /* failed: what is wrong; drawn: why; NULL */
    GPtrArray *outputs;             /* char *, paths as the figure names them */
    char *picture;                  /* the one of them that a browser shows; NULL: none */
    double width, height;           /* of the picture, in any unit; 0: not known */
    gboolean dark;                  /* made for a dark page */
    GArray *remarks;                /* SheetRemark */
    GBytes *former;                 /* the picture as it was; NULL: there is none to show */
    gboolean former_left_out;       /* there was one, but the sheet would grow too large */
    SheetImage image, former_image; /* of a sheet that is painted */
} SheetFigure;

SheetFigure *sheet_figure_new(SheetGroup group, const char *name);
void sheet_figure_free(SheetFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SheetFigure, sheet_figure_free)

/* Texts are copied; rule and where may be NULL. */
void sheet_figure_remark(SheetFigure *figure, Severity severity, const char *rule,
                         const char *where, const char *text);

/* The title, or the name of a figure without one; borrowed. */
const char *sheet_figure_heading(const SheetFigure *figure);
