#include "io/atomic_file.h"
#include "io/temp_file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

static void
on_ending_signal(int number)
{
    temp_file_end();
    /* SA_RESETHAND has put the default back: this ends the process as the signal would have. */
    raise(number);
}

static void
handle_ending_signal(int number)
{
    struct sigaction before, action = { .sa_handler = on_ending_signal, .sa_flags = SA_RESETHAND };

    /* Ignored by whoever started the process (nohup): so it stays. */
    if (sigaction(number, NULL, &before) == 0 && before.sa_handler == SIG_IGN)
        return;
    sigemptyset(&action.sa_mask);
    sigaddset(&action.sa_mask, SIGINT);
    sigaddset(&action.sa_mask, SIGTERM);
    sigaddset(&action.sa_mask, SIGHUP);
    sigaction(number, &action, NULL);
}

void
atomic_file_prepare_process(void)
{
    struct sigaction ignore = { .sa_handler = SIG_IGN };

    /* In this order each takes the lowest free number, which is its own. */
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGPIPE, &ignore, NULL);
    sigaction(SIGXFSZ, &ignore, NULL);
    handle_ending_signal(SIGINT);
    handle_ending_signal(SIGTERM);
    handle_ending_signal(SIGHUP);
}
