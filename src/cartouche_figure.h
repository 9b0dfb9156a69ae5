// For the files that implement the public API, and for the test drivers.
#pragma once

#include "cartouche.h"
#include "figure/figure.h"

/* Hands an error of the rooms to the caller, who may not want it. Returns false. */
bool error_give(ct_error **error, GError *inner);

/* As the public API has them, the list ending with rule NULL; NULL stays NULL. Caller frees the
 * list; its texts are the findings'. */
ct_finding *findings_list(const GPtrArray *findings);
