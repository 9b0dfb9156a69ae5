// cartouche version, cartouche --version.
#include "cli/command.h"
#include "cli/message.h"

static int
version_run(const Arguments *arguments)
{
    g_autoptr(GString) out = g_string_new(NULL);

    if (!arguments->version && !arguments_expect(arguments, 0, 0, "--version"))
        return CT_ERROR_USAGE;
    g_string_append_printf(out, "cartouche %s\n", ct_version());
    return message_print(out);
}

const Command command_version = {
    .name = "version",
    .use = "--version",
    .summary = "the version of the program",
    .hidden = TRUE,
    .run = version_run,
};
