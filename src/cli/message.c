#include "cli/message.h"

#include <stdio.h>
#include <string.h>

static struct {
    void (*hide)(gpointer data), (*show)(gpointer data);
    gpointer data;
} bar;

void
message_set_bar(void (*hide)(gpointer data), void (*show)(gpointer data), gpointer data)
{
    bar.hide = hide;
    bar.show = show;
    bar.data = data;
}

static void
bar_hide(void)
{
    if (bar.hide != NULL)
        bar.hide(bar.data);
}

static void
bar_show(void)
{
    if (bar.show != NULL)
        bar.show(bar.data);
}

/* FILE[:LINE[:FIELD]] and a colon; nothing without a file. */
static void
append_place(GString *out, const char *file, unsigned line, unsigned field)
{
    if (file == NULL)
        return;
    g_string_append(out, file);
    if (line > 0)
        g_string_append_printf(out, ":%u", line);
    if (line > 0 && field > 0)
        g_string_append_printf(out, ":%u", field);
    g_string_append(out, ": ");
}

/* cartouche: [FILE:LINE[:FIELD]: ]SEVERITY: TEXT, safe on one line. */
static void
message_say(const char *file, unsigned line, unsigned field, const char *severity, const char *text)
{
    g_autoptr(GString) message = g_string_new("cartouche: ");
    char *safe;

    append_place(message, file, line, field);
    g_string_append_printf(message, "%s: %s", severity, text);
    safe = ct_escape(message->str);
    /* One call a line, so that lines of several processes do not mix. */
    bar_hide();
    fprintf(stderr, "%s\n", safe);
    bar_show();
    ct_free(safe);
}

int
message_usage(const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list args;

    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    message_say(NULL, 0, 0, "error", text);
    return CT_ERROR_USAGE;
}

int
message_error(ct_error *error)
{
    int status = (int)ct_error_get_code(error);

    message_say(ct_error_file(error), ct_error_line(error), ct_error_field(error), "error",
                ct_error_message(error));
    ct_error_free(error);
    return status;
}

static const char *
severity_name(ct_severity severity)
{
    static const char *const names[] = {
        [CT_NOTE] = "note",
        [CT_WARNING] = "warning",
        [CT_ERROR] = "error",
    };

    return names[severity];
}

void
message_report(const ct_report *report, gboolean quiet)
{
    for (unsigned i = 0; i < ct_report_length(report); i++)
        if (!quiet || ct_report_severity(report, i) != CT_NOTE)
            message_say(ct_report_file(report, i), ct_report_line(report, i),
                        ct_report_field(report, i), severity_name(ct_report_severity(report, i)),
                        ct_report_text(report, i));
}

void
message_remark(const ct_report *report, unsigned index, const char *figure)
{
    g_autofree char *text = g_strdup_printf("[%s] %s", figure, ct_report_text(report, index));

    message_say(ct_report_file(report, index), ct_report_line(report, index),
                ct_report_field(report, index), severity_name(ct_report_severity(report, index)),
                text);
}

void
message_failed(const ct_result *result)
{
    const char *file = ct_error_file(result->error);
    unsigned line = ct_error_line(result->error), field = ct_error_field(result->error);
    g_autoptr(GString) text = g_string_new(NULL);

    g_string_append_printf(text, "[%s] ", result->name);
    /* The line leads to the group; where its data are wrong stands behind it. */
    if (result->file != NULL)
        append_place(text, file, line, field);
    g_string_append(text, ct_error_message(result->error));
    if (result->file != NULL)
        message_say(result->file, result->line, 0, "error", text->str);
    else
        message_say(file, line, field, "error", text->str);
}

int
message_print(const GString *text)
{
    ct_error *error = NULL;
    gboolean written;

    bar_hide();
    written = ct_write("-", text->str, text->len, &error);
    bar_show();
    return written ? 0 : message_error(error);
}

void
message_gone(const char *file)
{
    message_say(file, 0, 0, "warning", "the file is gone; it is read again when it is back");
}
