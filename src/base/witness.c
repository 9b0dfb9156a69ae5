#include "base/witness.h"

#include "base/letters.h"
#include "base/sha256.h"

struct Witness {
    Sha256 *hash;
    Letters *letters;
};

Witness *
witness_new(void)
{
    Witness *witness = g_new0(Witness, 1);

    witness_restart(witness);
    return witness;
}

void
witness_free(Witness *witness)
{
    if (witness == NULL)
        return;
    sha256_free(witness->hash);
    letters_free(witness->letters);
    g_free(witness);
}

void
witness_add(Witness *witness, const char *bytes, gsize length)
{
    sha256_update(witness->hash, bytes, length);
    letters_add(witness->letters, bytes, length);
}

void
witness_restart(Witness *witness)
{
    sha256_free(witness->hash);
    letters_free(witness->letters);
    witness->hash = sha256_new();
    witness->letters = letters_new();
}

void
witness_finish(Witness *witness, char **ret_hash, char **ret_letters)
{
    *ret_hash = sha256_finish(witness->hash);
    *ret_letters = letters_finish(witness->letters);
}
