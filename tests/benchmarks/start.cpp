// Time from starting a program to its first line on standard output, and its peak resident memory, for two programs in
// turn.
//
//   bench_start RUNS FIRST [ARGUMENT…] -- SECOND [ARGUMENT…]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Figures {
    double milliseconds = 0;
    double megabytes = 0;
};

Figures runOnce(std::vector<char *> command)
{
    command.push_back(nullptr);
    int ends[2];
    if (pipe(ends) != 0) {
        std::perror("pipe");
        std::exit(2);
    }
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(command[0], command.data());
        std::perror(command[0]);
        _exit(127);
    }
    close(ends[1]);
    char letter = 0;
    const bool spoke = read(ends[0], &letter, 1) == 1;
    const auto painted = std::chrono::steady_clock::now();
    while (read(ends[0], &letter, 1) == 1) {
    }
    close(ends[0]);

    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    if (!spoke || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        std::fprintf(stderr, "%s did not paint and end well (status %d)\n", command[0], status);
        std::exit(2);
    }
    return {.milliseconds = std::chrono::duration<double, std::milli>(painted - begin).count(),
            .megabytes = double(usage.ru_maxrss) / 1024};
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Medians {
    double milliseconds;
    double megabytes;
};

Medians report(const char *name, const std::vector<Figures> &figures)
{
    std::vector<double> times;
    std::vector<double> sizes;
    for (const Figures &one : figures) {
        times.push_back(one.milliseconds);
        sizes.push_back(one.megabytes);
    }
    const auto [quickest, slowest] = std::minmax_element(times.begin(), times.end());
    std::printf("%-24s %8.1f ms to first paint (%.1f to %.1f), %6.1f MB peak resident\n", name, median(times),
                *quickest, *slowest, median(sizes));
    return {median(times), median(sizes)};
}

const char *baseName(const char *path)
{
    const char *slash = std::strrchr(path, '/');
    return slash ? slash + 1 : path;
}

} // namespace

int main(int argc, char **argv)
{
    const auto separator = std::find_if(argv, argv + argc, [](char *word) { return std::strcmp(word, "--") == 0; });
    if (argc < 5 || separator == argv + argc || separator == argv + argc - 1) {
        std::fprintf(stderr, "usage: %s RUNS FIRST [ARGUMENT...] -- SECOND [ARGUMENT...]\n", argv[0]);
        return 2;
    }
    const int runs = std::max(1, std::atoi(argv[1]));
    const std::vector<char *> first(argv + 2, separator);
    const std::vector<char *> second(separator + 1, argv + argc);

    runOnce(first); // warm the caches of both
    runOnce(second);
    std::vector<Figures> ofFirst;
    std::vector<Figures> ofSecond;
    for (int run = 0; run < runs; ++run) {
        ofFirst.push_back(runOnce(first));
        ofSecond.push_back(runOnce(second));
    }
    std::printf("%d runs each, in turn; medians:\n", runs);
    const Medians one = report(baseName(first[0]), ofFirst);
    const Medians other = report(baseName(second[0]), ofSecond);
    std::printf("%s takes %+.1f ms and %.2f times the memory of %s\n", baseName(first[0]),
                one.milliseconds - other.milliseconds, one.megabytes / other.megabytes, baseName(second[0]));
    return 0;
}
