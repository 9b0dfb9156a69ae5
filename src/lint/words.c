// What a figure has to say about itself, and how long it may take.
#include "lint/lint_work.h"

#include <string.h>

#define MOST_TITLE_WORDS 15
#define MOST_TITLE_LINES 2
#define MOST_NOTE_LETTERS 60

static gboolean
is_said(const char *text)
{
    return text != NULL && *text != '\0';
}

static guint
count_words(const char *text)
{
    guint words = 0;
    gboolean inside = FALSE;

    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gboolean blank = g_unichar_isspace(g_utf8_get_char(p));

        words += !blank && !inside;
        inside = !blank;
    }
    return words;
}

/* Lines of the first block of the heading: they have one size and weight. */
static guint
title_lines(const Lint *lint)
{
    const TextStyle *style = NULL;
    guint lines = 0;

    for (guint i = 0; i < lint->texts->len; i++) {
        const LintItem *text = LINT_TEXT(lint, i);

        if (!lint_has_role(text, ROLE_HEADING))
            continue;
        if (style == NULL)
            style = &text->node->text.style;
        lines += text->node->text.style.size == style->size &&
                 text->node->text.style.bold == style->bold;
    }
    return lines;
}

void
lint_title(Lint *lint)
{
    const char *title = lint->facts->title;

    if (!is_said(title)) {
        lint_add(lint, "heading", "the figure has no title; --title states the finding");
        return;
    }
    if (count_words(title) > MOST_TITLE_WORDS)
        lint_add(lint, "heading", "the title has %u words; %d are enough", count_words(title),
                 MOST_TITLE_WORDS);
    if (title_lines(lint) > MOST_TITLE_LINES)
        lint_add(lint, "heading", "the title takes %u lines; %d are enough", title_lines(lint),
                 MOST_TITLE_LINES);
}

void
lint_subtitle(Lint *lint)
{
    if (!is_said(lint->facts->subtitle))
        lint_add(lint, "heading",
                 "the figure has no subtitle; --subtitle says measure, place and period");
}

void
lint_source(Lint *lint)
{
    if (!is_said(lint->facts->source))
        lint_add(lint, "footer", "the figure names no source; --source does");
}

static void
unit_check(Lint *lint, const LintAxis *axis, const char *name)
{
    if (axis->measures && !axis->says_something && !is_said(lint->facts->subtitle))
        lint_add(lint, name,
                 "nothing says what the %s axis measures; --%s-label, --%s-unit or "
                 "--subtitle do",
                 name, name, name);
}

void
lint_unit(Lint *lint)
{
    unit_check(lint, &lint->facts->x, "x");
    unit_check(lint, &lint->facts->y, "y");
}

void
lint_alt(Lint *lint)
{
    if (!is_said(lint->scene->description))
        lint_add(lint, "figure", "the figure has no text alternative; --alt gives one");
}

/* The lines of one note stand together in a group. */
static guint
note_letters(const Lint *lint, guint from, guint *ret_end)
{
    const SceneNode *group = LINT_TEXT(lint, from)->group;
    guint letters = 0, i = from;

    for (; i < lint->texts->len && LINT_TEXT(lint, i)->group == group; i++)
        letters += (guint)g_utf8_strlen(lint_words(LINT_TEXT(lint, i)), -1) + (i > from);
    *ret_end = i;
    return letters;
}

void
lint_annotation_length(Lint *lint)
{
    for (guint i = 0, end; i < lint->texts->len; i = end) {
        guint letters = note_letters(lint, i, &end);

        if (LINT_TEXT(lint, i)->role == ROLE_ANNOTATION && letters > MOST_NOTE_LETTERS)
            lint_add_at(lint, LINT_TEXT(lint, i),
                        "the note \"%s …\" has %u characters; about 50 can be taken in at a glance",
                        lint_words(LINT_TEXT(lint, i)), letters);
    }
}

/* The word in the languages of the program. */
static gboolean
says_log(const char *text)
{
    static const char *const words[] = { "log", "로그", "対数", "对数", "ลอการิทึม" };
    g_autofree char *small = text != NULL ? g_utf8_strdown(text, -1) : g_strdup("");

    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(small, words[i]) != NULL)
            return TRUE;
    return FALSE;
}

void
lint_log(Lint *lint)
{
    const LintFacts *facts = lint->facts;

    if (facts->x.kind != LINT_AXIS_LOG && facts->y.kind != LINT_AXIS_LOG)
        return;
    for (guint i = 0; i < lint->texts->len; i++)
        if (says_log(lint_words(LINT_TEXT(lint, i))))
            return;
    lint_add(
        lint, facts->x.kind == LINT_AXIS_LOG ? "x" : "y",
        "nothing says that the scale is logarithmic; the label, the subtitle or a note should");
}

void
lint_free_scales(Lint *lint)
{
    if (lint->facts->free_scales && !is_said(lint->facts->note))
        lint_add(lint, "figure",
                 "panels have scales of their own, and nothing says so; a note should");
}

void
lint_report(Lint *lint)
{
    for (guint i = 0; i < report_length(lint->report); i++) {
        const ReportEntry *entry = report_entry(lint->report, i);
        g_autofree char *where = NULL;

        /* Notes about data are no fault; notes about the drawing tell of labels without room. */
        if (entry->severity == SEVERITY_NOTE && entry->file != NULL)
            continue;
        where = entry->file == NULL ? g_strdup("figure")
                : entry->line > 0   ? g_strdup_printf("%s:%u", entry->file, entry->line)
                                    : g_strdup(entry->file);
        lint_add(lint, where, "%s", entry->text);
    }
}
