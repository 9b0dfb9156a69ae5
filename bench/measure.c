// measure RUNS -- NAME PROGRAM ARGUMENT… [-- NAME PROGRAM ARGUMENT…]…
// Runs the programs in turn (A B A B …), each cold in a new process, where there is more than one
// round one before unmeasured, and prints a line of each: name, median, least and most wall time
// and median processor time in ms, peak in MiB, with tabs between. The first program must not fail;
// of another that does, the name is printed alone.
#define _DEFAULT_SOURCE // wait4()

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAX_PROGRAMS 10
#define MAX_RUNS 1000

typedef struct {
    const char *name;
    char **argv;
    double wall[MAX_RUNS], cpu[MAX_RUNS]; /* s */
    double peak;                          /* MiB, the largest of all runs */
    int failed;
} Program;

static double
seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec * 1e-6;
}

static double
now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void
run(Program *program, int index)
{
    double start = now();
    pid_t child = fork();
    struct rusage usage;
    int status;

    if (child == 0) {
        int null = open("/dev/null", O_RDWR);
        dup2(null, STDIN_FILENO);
        dup2(null, STDOUT_FILENO);
        execvp(program->argv[0], program->argv);
        perror(program->argv[0]);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) < 0 || status != 0) {
        fprintf(stderr, "measure: %s failed\n", program->name);
        program->failed = 1;
        return;
    }
    if (index < 0)
        return;
    program->wall[index] = now() - start;
    program->cpu[index] = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    if ((double)usage.ru_maxrss / 1024 > program->peak)
        program->peak = (double)usage.ru_maxrss / 1024;
}

static int
compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double
median(double *values, int n)
{
    qsort(values, (size_t)n, sizeof *values, compare);
    return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

static int
parse(int argc, char **argv, Program *programs)
{
    int n = 0;

    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--") != 0)
            continue;
        argv[i] = NULL; /* ends the arguments of the program before */
        if (n == MAX_PROGRAMS || i + 2 >= argc)
            return 0;
        programs[n++] = (Program){ .name = argv[i + 1], .argv = argv + i + 2 };
    }
    return n;
}

static void
print(Program *program, int runs)
{
    if (program->failed) {
        printf("%s\n", program->name);
        return;
    }
    double wall = median(program->wall, runs); /* sorts them */
    printf("%s\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\n", program->name, wall * 1e3, program->wall[0] * 1e3,
           program->wall[runs - 1] * 1e3, median(program->cpu, runs) * 1e3, program->peak);
}

int
main(int argc, char **argv)
{
    static Program programs[MAX_PROGRAMS];
    int runs = argc > 1 ? atoi(argv[1]) : 0;
    int n = parse(argc, argv, programs);

    if (runs < 1 || runs > MAX_RUNS || n == 0) {
        fprintf(stderr, "usage: measure RUNS -- NAME PROGRAM ARGUMENT... [-- NAME ...]\n");
        return 2;
    }
    for (int i = runs > 1 ? -1 : 0; i < runs && !programs[0].failed; i++)
        for (int k = 0; k < n; k++)
            if (!programs[k].failed)
                run(&programs[k], i);
    if (programs[0].failed)
        return EXIT_FAILURE;
    for (int k = 0; k < n; k++)
        print(&programs[k], runs);
    return EXIT_SUCCESS;
}
