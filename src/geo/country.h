// Countries and territories by their names and codes, with capitals: the 249 entries of ISO 3166-1,
// Kosovo, Northern Cyprus and Somaliland. A name is a name here, no statement about statehood.
#pragma once

#include "base/error.h"

/* Constant, borrowed for ever. */
typedef struct {
    const char *iso2, *iso3; /* "" for those that have none */
    guint16 id;              /* ISO 3166-1 numeric; else the id of boundaries.h, 900 to 999 */
    const char *name;        /* as reports in English write it */
    const char *official;
    const char *capital; /* NULL for places without people; then lon and lat are 0 */
    double lon, lat;     /* of the capital, degrees, to about 0.05 */
    const char *aliases; /* other names in use today or formerly, with ";" between them */
} Country;

guint countries_count(void);
const Country *countries_at(guint index); /* by name */
const Country *countries_find(guint id);  /* NULL: no such id */

/* All names and codes, to be looked up. Make it once for many lookups: the first name that is no
 * code makes its table. */
typedef struct CountryNames CountryNames;

CountryNames *country_names_new(void);
void country_names_free(CountryNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CountryNames, country_names_free)

/* The country that text names: by ISO 3166-1 alpha-2, alpha-3 or numeric code (408, 8, 008), or by
 * its whole common, official, United Nations or former name. Case, accents, punctuation, "the" and
 * "St." for "Saint" make no difference; nothing else is guessed. NULL with ERROR_INPUT at
 * where: a name that several countries share or once shared (Korea, Congo, Yugoslavia) is refused
 * with their names, an unknown one with the nearest. */
const Country *country_names_find(CountryNames *names, const char *text, Where where,
                                  GError **error);
