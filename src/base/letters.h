// Which characters beyond ASCII a text has, told block by block.
#pragma once

#include <glib.h>

typedef struct Letters Letters;

Letters *letters_new(void);
void letters_free(Letters *letters);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Letters, letters_free)

/* The next bytes of the text, cut anywhere; what is no UTF-8 is passed over. */
void letters_add(Letters *letters, const char *text, gsize length);
/* Each character once, ascending; nothing can be added any more. Caller frees. */
char *letters_finish(Letters *letters);

/* The same of a text as a whole. Caller frees. */
char *letters_of(const char *text, gsize length);
