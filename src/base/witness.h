// What is remembered of bytes that are read but once: what tells them apart from others, and which
// letters they have.
#pragma once

#include <glib.h>

typedef struct Witness Witness;

Witness *witness_new(void);
void witness_free(Witness *witness);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Witness, witness_free)

void witness_add(Witness *witness, const char *bytes, gsize length);
/* Forgets all bytes so far: they are read again. */
void witness_restart(Witness *witness);

/* Their SHA-256 in hexadecimal digits, and their characters beyond ASCII as letters_finish() tells
 * them. Nothing can be added any more. Caller frees both. */
void witness_finish(Witness *witness, char **ret_hash, char **ret_letters);
