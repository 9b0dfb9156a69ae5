#include "cli/timing.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

static gint64 started;

void
timing_start(void)
{
    started = g_get_monotonic_time();
}

Timing *
timing_new(void)
{
    Timing *timing = g_new0(Timing, 1);

    timing->stages = g_array_new(FALSE, FALSE, sizeof(ct_stage));
    return timing;
}

void
timing_free(Timing *timing)
{
    if (timing == NULL)
        return;
    g_array_unref(timing->stages);
    g_free(timing);
}

static void
add_stage(Timing *timing, ct_stage stage)
{
    for (guint i = 0; i < timing->stages->len; i++) {
        ct_stage *known = &g_array_index(timing->stages, ct_stage, i);

        if (strcmp(known->name, stage.name) == 0) {
            known->seconds += stage.seconds;
            return;
        }
    }
    g_array_append_val(timing->stages, stage);
}

void
timing_add(Timing *timing, const ct_report *report)
{
    ct_stage *stages = ct_report_stages(report);

    for (ct_stage *stage = stages; stage->name != NULL; stage++)
        add_stage(timing, *stage);
    ct_free(stages);
}

/* Three digits say enough: "0.42 ms", "31.4 ms", "2.31 s". */
static void
append_seconds(GString *out, double seconds)
{
    double shown = seconds < 1 ? 1000 * seconds : seconds;
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    g_ascii_formatd(text, sizeof text, shown < 10 ? "%.2f" : shown < 100 ? "%.1f" : "%.0f", shown);
    g_string_append_printf(out, "%s %s", text, seconds < 1 ? "ms" : "s");
}

/* In KiB, as Linux counts it. */
static void
append_memory(GString *out)
{
    struct rusage usage;
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return;
    g_ascii_formatd(text, sizeof text, "%.1f", (double)usage.ru_maxrss / 1024);
    g_string_append_printf(out, ", %s MiB at most", text);
}

void
timing_print(const Timing *timing, gboolean threads)
{
    g_autoptr(GString) out = g_string_new("cartouche: timing: ");
    double all = (double)(g_get_monotonic_time() - started) / 1e6, rest = all;

    if (timing->stages->len == 0)
        return;
    for (guint i = 0; i < timing->stages->len; i++) {
        const ct_stage *stage = &g_array_index(timing->stages, ct_stage, i);

        g_string_append_printf(out, "%s%s ", i > 0 ? ", " : "", stage->name);
        append_seconds(out, stage->seconds);
        rest -= stage->seconds;
    }
    if (!threads) {
        g_string_append(out, ", the rest ");
        append_seconds(out, MAX(0, rest));
    }
    g_string_append(out, "; ");
    append_seconds(out, all);
    g_string_append(out, " in all");
    append_memory(out);
    fprintf(stderr, "%s\n", out->str);
}
