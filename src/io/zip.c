// Files are stored, not deflated: PNG cannot shrink, and bytes that no version of a library decides
// are the same everywhere.
#include "io/zip.h"

#include <string.h>

#define MAX_BYTES (G_GUINT64_CONSTANT(1) << 31)
#define MAX_FILES 65535u
#define LOCAL_HEADER 0x04034b50u
#define DIRECTORY_HEADER 0x02014b50u
#define DIRECTORY_END 0x06054b50u
#define VERSION_NEEDED 20u
#define DATE_1980_01_01 0x21u

struct ZipWriter {
    GByteArray *bytes;     /* headers and files */
    GByteArray *directory; /* goes behind them */
    guint n_files;
};

ZipWriter *
zip_writer_new(void)
{
    ZipWriter *zip = g_new0(ZipWriter, 1);

    zip->bytes = g_byte_array_new();
    zip->directory = g_byte_array_new();
    return zip;
}

void
zip_writer_free(ZipWriter *zip)
{
    if (zip == NULL)
        return;
    g_clear_pointer(&zip->bytes, g_byte_array_unref);
    g_byte_array_unref(zip->directory);
    g_free(zip);
}

/* CRC-32 of ISO 3309, four bits a step. */
static guint32
crc32_of(const guint8 *bytes, gsize length)
{
    static const guint32 table[16] = { 0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac,
                                       0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
                                       0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
                                       0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c };
    guint32 crc = 0xffffffff;

    for (gsize i = 0; i < length; i++) {
        crc ^= bytes[i];
        crc = crc >> 4 ^ table[crc & 15];
        crc = crc >> 4 ^ table[crc & 15];
    }
    return ~crc;
}

static void
append_u16(GByteArray *out, guint value)
{
    guint8 bytes[2] = { (guint8)value, (guint8)(value >> 8) };

    g_byte_array_append(out, bytes, sizeof bytes);
}

static void
append_u32(GByteArray *out, guint32 value)
{
    append_u16(out, value & 0xffff);
    append_u16(out, value >> 16);
}

/* What the header before a file and its entry in the directory have in common. */
static void
append_common(GByteArray *out, const char *name, guint32 crc, guint32 length)
{
    append_u16(out, VERSION_NEEDED);
    append_u16(out, 0); /* flags */
    append_u16(out, 0); /* stored */
    append_u16(out, 0); /* midnight */
    append_u16(out, DATE_1980_01_01);
    append_u32(out, crc);
    append_u32(out, length);
    append_u32(out, length);
    append_u16(out, (guint)strlen(name));
    append_u16(out, 0); /* extra field */
}

static void
append_entry(GByteArray *out, const char *name, guint32 crc, guint32 length, guint32 offset)
{
    append_u32(out, DIRECTORY_HEADER);
    append_u16(out, VERSION_NEEDED);
    append_common(out, name, crc, length);
    append_u16(out, 0); /* comment */
    append_u16(out, 0); /* disk */
    append_u16(out, 0); /* internal attributes */
    append_u32(out, 0); /* external attributes */
    append_u32(out, offset);
    g_byte_array_append(out, (const guint8 *)name, (guint)strlen(name));
}

gboolean
zip_writer_add(ZipWriter *zip, const char *name, gconstpointer bytes, gsize length, GError **error)
{
    guint32 offset = zip->bytes->len;
    guint64 total = (guint64)offset + zip->directory->len + length + 1024;
    guint32 crc;

    g_assert(g_str_is_ascii(name) && strlen(name) < 400);
    if (length > MAX_BYTES || total > MAX_BYTES || zip->n_files == MAX_FILES) {
        error_set(error, ERROR_LIMIT, WHERE_NONE,
                  "a package holds at most 2 GiB in %u files; make several of them", MAX_FILES);
        return FALSE;
    }
    crc = crc32_of(bytes, length);
    append_u32(zip->bytes, LOCAL_HEADER);
    append_common(zip->bytes, name, crc, (guint32)length);
    g_byte_array_append(zip->bytes, (const guint8 *)name, (guint)strlen(name));
    g_byte_array_append(zip->bytes, bytes, (guint)length);
    append_entry(zip->directory, name, crc, (guint32)length, offset);
    zip->n_files++;
    return TRUE;
}

GBytes *
zip_writer_finish(ZipWriter *zip)
{
    guint32 offset = zip->bytes->len;

    g_byte_array_append(zip->bytes, zip->directory->data, zip->directory->len);
    append_u32(zip->bytes, DIRECTORY_END);
    append_u16(zip->bytes, 0); /* disk */
    append_u16(zip->bytes, 0); /* disk of the directory */
    append_u16(zip->bytes, zip->n_files);
    append_u16(zip->bytes, zip->n_files);
    append_u32(zip->bytes, zip->directory->len);
    append_u32(zip->bytes, offset);
    append_u16(zip->bytes, 0); /* comment */
    return g_byte_array_free_to_bytes(g_steal_pointer(&zip->bytes));
}
