// The table that conditions are tried on.
#pragma once

#include "transform/tables.h"

static inline Table *
sample(void)
{
    return TABLE(TIMES("year", "1999", "2000", "2001", NULL),
                 TEXTS("partner", "China", "Japan", NULL, "China"),
                 NUMBERS("total", 1.5, -2, NAN, 10),
                 TIMES("date", "2019-02-28", "2019-03-01", "2019-03-31", "2019-04-01"),
                 TEXTS("rival", "China", "Chile", "Japan", NULL),
                 NUMBERS("the us share", 0, 4, 5, 0), NUMBERS("größe", 1, 2, 3, 4));
}
