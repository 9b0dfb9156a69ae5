// What every fuzz target is: one function, under the name that libFuzzer calls.
#pragma once

#include <glib.h>

/* Any bytes; aborts when a promise of the code is broken. Returns 0. data may be NULL when size is
 * 0. */
int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);
