// SHA-256 (FIPS 180-4), with the instructions that a processor has for it.
#pragma once

#include <glib.h>

typedef struct Sha256 Sha256;

Sha256 *sha256_new(void);
void sha256_free(Sha256 *sha);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sha256, sha256_free)

void sha256_update(Sha256 *sha, const void *bytes, gsize length);
/* The hash of all bytes in hexadecimal digits; nothing can be added any more. Caller frees. */
char *sha256_finish(Sha256 *sha);
