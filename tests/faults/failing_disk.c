/* A disk that fails, for one process: preloaded, it makes calls on files in one folder fail.
 *
 * HASHIYA_DISK is the folder, HASHIYA_DISK_ORDERS a file of three ints that the process maps too:
 * which calls fail (1 reading, 2 writing, 4 syncing), with what errno, and how many of them are
 * let through before; it counts down. Which file a call is about is asked of /proc/self/fd.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

enum { READING = 1, WRITING = 2, SYNCING = 4 };

static volatile int *orders;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("HASHIYA_DISK_ORDERS");
    folder = getenv("HASHIYA_DISK");
    int file = path && folder ? open(path, O_RDWR) : -1;
    if (file < 0) return;
    void *map = mmap(NULL, 3 * sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (map != MAP_FAILED) orders = map;
    close(file);
}

static int fails(int fd, int call) {
    char link[64], path[4096];
    if (!orders || !(orders[0] & call)) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (strncmp(path, folder, strlen(folder))) return 0;
    if (orders[2] > 0) {
        orders[2]--;
        return 0;
    }
    errno = orders[1];
    return 1;
}

#define FAILING(kind, type, name, fd, parameters, arguments)                       \
    type name parameters {                                                         \
        static type(*real) parameters;                                             \
        if (!real) real = (type(*) parameters)dlsym(RTLD_NEXT, #name);             \
        return fails(fd, kind) ? -1 : real arguments;                              \
    }

FAILING(READING, ssize_t, read, f, (int f, void *b, size_t n), (f, b, n))
FAILING(READING, ssize_t, pread, f, (int f, void *b, size_t n, off_t o), (f, b, n, o))
FAILING(READING, ssize_t, pread64, f, (int f, void *b, size_t n, off64_t o), (f, b, n, o))
FAILING(WRITING, ssize_t, write, f, (int f, const void *b, size_t n), (f, b, n))
FAILING(WRITING, ssize_t, pwrite, f, (int f, const void *b, size_t n, off_t o), (f, b, n, o))
FAILING(WRITING, ssize_t, pwrite64, f, (int f, const void *b, size_t n, off64_t o), (f, b, n, o))
FAILING(WRITING, ssize_t, sendfile, t, (int t, int f, off_t *o, size_t n), (t, f, o, n))
FAILING(WRITING, ssize_t, sendfile64, t, (int t, int f, off64_t *o, size_t n), (t, f, o, n))
FAILING(WRITING, int, ftruncate, f, (int f, off_t n), (f, n))
FAILING(WRITING, int, ftruncate64, f, (int f, off64_t n), (f, n))
FAILING(SYNCING, int, fsync, f, (int f), (f))
FAILING(SYNCING, int, fdatasync, f, (int f), (f))
