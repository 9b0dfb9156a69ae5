#include "xml/walk.h"

#include <string.h>

/* Numbers that one vertex of a command takes; 0: no command. */
static guint
numbers_of(char command)
{
    switch (g_ascii_toupper(command)) {
    case 'H':
    case 'V':
        return 1;
    case 'M':
    case 'L':
    case 'T':
        return 2;
    case 'S':
    case 'Q':
        return 4;
    case 'C':
        return 6;
    case 'A':
        return 7;
    default:
        return 0;
    }
}

guint
path_data_vertices(const char *data)
{
    guint vertices = 0, numbers = 0, per_vertex = 2;

    while (*data != '\0') {
        char *end;

        if (numbers_of(*data) > 0) {
            per_vertex = numbers_of(*data);
            numbers = 0;
        }
        if (!g_ascii_isdigit(*data) && strchr("+-.", *data) == NULL) {
            data++;
            continue;
        }
        g_ascii_strtod(data, &end);
        data = end > data ? end : data + 1;
        numbers++;
        if (numbers % per_vertex == 0)
            vertices++;
    }
    return vertices;
}
