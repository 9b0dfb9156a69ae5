#include "batch/report_write.h"

GBytes *
report_write(const char *const *figures, guint n, const RunTotals *totals)
{
    GString *out = g_string_new("{\n\"cartouche\": \"report\",\n\"figures\": [\n");

    for (guint i = 0; i < n; i++)
        g_string_append_printf(out, "%s%s", figures[i], i + 1 < n ? ",\n" : "\n");
    g_string_append_printf(out, "],\n\"totals\": {\"figures\": %u", n);
    for (guint i = 0; i < RUN_STATE_COUNT; i++)
        g_string_append_printf(out, ", \"%s\": %u", run_state_name((RunState)i), totals->n[i]);
    g_string_append(out, "}\n}\n");
    return g_string_free_to_bytes(out);
}
