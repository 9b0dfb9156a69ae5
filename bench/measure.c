// measure RUNS -- NAME PROGRAM ARGUMENT… [-- NAME PROGRAM ARGUMENT…]…
// Runs the programs in turn (A B A B …), each cold in a new process, one round unmeasured, and
// prints the medians with their ratio to the first program, which is the floor.
#define _DEFAULT_SOURCE // wait4()

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAX_PROGRAMS 8
#define MAX_RUNS 1000

typedef struct {
    const char *name;
    char **argv;
    double wall[MAX_RUNS], cpu[MAX_RUNS]; /* s */
    double peak;                          /* MiB, the largest of all runs */
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
        exit(EXIT_FAILURE);
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

int
main(int argc, char **argv)
{
    static Program programs[MAX_PROGRAMS];
    int runs = argc > 1 ? atoi(argv[1]) : 0;
    int n = parse(argc, argv, programs);
    double wall_floor = 0, cpu_floor = 0;

    if (runs < 1 || runs > MAX_RUNS || n == 0) {
        fprintf(stderr, "usage: measure RUNS -- NAME PROGRAM ARGUMENT... [-- NAME ...]\n");
        return 2;
    }
    for (int i = -1; i < runs; i++)
        for (int k = 0; k < n; k++)
            run(&programs[k], i);

    printf("| %-34s | wall ms | cpu ms | x wall | x cpu | peak MiB |\n", "");
    printf("| :-- | --: | --: | --: | --: | --: |\n");
    for (int k = 0; k < n; k++) {
        double wall = median(programs[k].wall, runs), cpu = median(programs[k].cpu, runs);
        if (k == 0) {
            wall_floor = wall;
            cpu_floor = cpu;
        }
        printf("| %-34s | %.1f | %.1f | %.2f | %.2f | %.1f |\n", programs[k].name, wall * 1e3,
               cpu * 1e3, wall / wall_floor, cpu / cpu_floor, programs[k].peak);
    }
    return EXIT_SUCCESS;
}
