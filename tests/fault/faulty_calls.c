// A library for LD_PRELOAD: counts what a program does to files below one folder, or the memory that it asks for, from
// the beginning of main; lets the k-th of these operations fail, be done by half or be the last one, and writes down
// all that changed a file. `programs.py` sets the variables and reads what is told.
//
// FAULT_ROOT     an absolute folder: only what is done to files below it counts
// FAULT_OPS      the operations that count, by names[] below, with commas in between
// FAULT_AT       which one is hit, from 1; 0 for none
// FAULT_HOW      an errno (a number): it fails; "half": half of it is done, as it may be; "kill", "killafter": the
//                process and its children end before or after it; "torn": they end when half of it is done
// FAULT_FOREVER  1: all that come after it fail as well
// FAULT_TOLD     a file of a page that the counts are written to, see struct told
// FAULT_LOG      a file that gets every change: a line "operation, path, other path, offset, size", tabs in between,
//                then as many bytes
//
// What is done by raw system calls, by libc within itself, or through mapped memory is not seen.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { path_room = 4096, page = 4096 };

enum op { write_op, pwrite_op, fsync_op, rename_op, create_op, open_op, truncate_op, mmap_op, close_op, unlink_op,
          mkdir_op, rmdir_op, read_op, pread_op, flock_op, malloc_op, ops };
static const char* const names[ops] = {"write", "pwrite", "fsync", "rename", "create", "open", "truncate", "mmap",
                                       "close", "unlink", "mkdir", "rmdir", "read", "pread", "flock", "malloc"};

enum act { go_on, fail, half, die_after, die_half };

// What is shared with children and with who started the program, also when it was killed.
struct told {
  long count;  // of operations that count
  long hits;   // how many of them were hit
  char what[page - 2 * sizeof(long)];  // the first one: its name and its path
};

static char root[path_room];
static size_t root_length;
static unsigned wanted;
static long at;
static enum act how = fail;
static int how_errno, forever, kills, counting, log_file = -1;
static struct told nobody, *told = &nobody;
static pthread_mutex_t order = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;  // the log has what was done first first

static const char* setting(const char* name) {
  const char* value = getenv(name);
  return value != NULL ? value : "";
}

static void read_settings(void) {
  snprintf(root, sizeof root, "%s", setting("FAULT_ROOT"));
  root_length = strlen(root);
  char list[256];
  snprintf(list, sizeof list, "%s", setting("FAULT_OPS"));
  for (char *rest, *name = strtok_r(list, ",", &rest); name != NULL; name = strtok_r(NULL, ",", &rest))
    for (int op = 0; op < ops; ++op) wanted |= (unsigned)(strcmp(name, names[op]) == 0) << op;
  at = atol(setting("FAULT_AT"));
  const char* value = setting("FAULT_HOW");
  how_errno = atoi(value);
  if (strcmp(value, "half") == 0) how = half;
  if (strcmp(value, "killafter") == 0) how = die_after;
  if (strcmp(value, "torn") == 0) how = die_half;
  kills = strcmp(value, "kill") == 0;
  forever = *setting("FAULT_FOREVER") == '1';
  if (*setting("FAULT_LOG") != 0)
    log_file = (int)syscall(SYS_openat, AT_FDCWD, setting("FAULT_LOG"), O_WRONLY | O_APPEND | O_CLOEXEC, 0);
  const int file = (int)syscall(SYS_openat, AT_FDCWD, setting("FAULT_TOLD"), O_RDWR | O_CLOEXEC, 0);
  if (file < 0) return;
  void* shared = (void*)syscall(SYS_mmap, NULL, page, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (shared != MAP_FAILED) told = shared;
  syscall(SYS_close, file);
}

// main, once libc and all libraries are ready.
static int (*real_main)(int, char**, char**);
static int counted_main(int argc, char** argv, char** environment) {
  if (*setting("FAULT_ROOT") != 0) {
    setpgid(0, 0);  // so that children die with it
    read_settings();
    counting = 1;
  }
  return real_main(argc, argv, environment);
}

int __libc_start_main(int (*begin)(int, char**, char**), int argc, char** argv, void (*init)(void), void (*fini)(void),
                      void (*rtld_fini)(void), void* stack) {
  real_main = begin;
  int (*real)(int (*)(int, char**, char**), int, char**, void (*)(void), void (*)(void), void (*)(void), void*) =
      dlsym(RTLD_NEXT, "__libc_start_main");
  return real(counted_main, argc, argv, init, fini, rtld_fini, stack);
}

static void die(void) {
  kill(0, SIGKILL);
  for (;;) pause();
}

// Counts an operation; what is to become of it.
static enum act next(enum op op, const char* path) {
  if (!counting || (wanted >> op & 1) == 0) return go_on;
  const long number = __atomic_add_fetch(&told->count, 1, __ATOMIC_SEQ_CST);
  if (at == 0 || number < at || (number > at && !forever)) return go_on;
  if (__atomic_add_fetch(&told->hits, 1, __ATOMIC_SEQ_CST) == 1)
    snprintf(told->what, sizeof told->what, "%s %s", names[op], path);
  if (kills) die();
  if (how == fail) errno = how_errno;
  return how;
}

static int is_below(const char* path) {
  return counting && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0);
}

// The path of a file that is open; empty where it counts nothing.
static const char* path_of(int file, char* room) {
  char link[32];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = counting ? syscall(SYS_readlinkat, AT_FDCWD, link, room, path_room - 1) : 0;
  room[length > 0 ? length : 0] = 0;
  if (!is_below(room)) room[0] = 0;
  return room;
}

static const char* absolute(int folder, const char* path, char* room) {
  char base[path_room] = "";
  if (path[0] != '/' && folder == AT_FDCWD) syscall(SYS_getcwd, base, sizeof base);
  if (path[0] != '/' && folder != AT_FDCWD) path_of(folder, base);
  snprintf(room, path_room, "%s%s%s", base, path[0] != '/' ? "/" : "", path);
  return room;
}

static void record(const char* op, const char* path, const char* other, long offset, const void* bytes, size_t size) {
  if (log_file < 0) return;
  char head[2 * path_room + 100];
  const int length = snprintf(head, sizeof head, "%s\t%s\t%s\t%ld\t%zu\n", op, path, other, offset, size);
  struct iovec pieces[2] = {{head, (size_t)length}, {(void*)bytes, size}};
  syscall(SYS_writev, log_file, pieces, 2);
}

// Does a system call of which no half can be done, as `act` says, and records it when it has changed something.
#define DO(op, path, other, call, recorded, offset)                       \
  ({                                                                      \
    pthread_mutex_lock(&order);                                           \
    const enum act act_ = next(op, path);                                 \
    const long done_ = act_ == fail ? -1 : (long)(call);                  \
    const int errno_ = errno;                                             \
    if (done_ >= 0 && (recorded) != NULL) record(recorded, path, other, offset, NULL, 0); \
    pthread_mutex_unlock(&order);                                         \
    if (act_ == die_after || act_ == die_half) die();                     \
    errno = errno_;                                                       \
    done_;                                                                \
  })

static int open_file(int folder, const char* name, int flags, mode_t mode) {
  char path[path_room];
  if (!is_below(absolute(folder, name, path))) return (int)syscall(SYS_openat, folder, name, flags, mode);
  const int is_new = (flags & O_CREAT) != 0 && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
  const char* change = is_new ? "create" : (flags & O_TRUNC) != 0 ? "truncate" : NULL;
  const enum op op = change != NULL ? create_op : open_op;
  return (int)DO(op, path, "", syscall(SYS_openat, folder, name, flags, mode), change, 0);
}

#define MODE                                      \
  mode_t mode = 0;                                \
  if ((flags & (O_CREAT | O_TMPFILE)) != 0) {     \
    va_list list;                                 \
    va_start(list, flags);                        \
    mode = (mode_t)va_arg(list, int);             \
    va_end(list);                                 \
  }
int open(const char* path, int flags, ...) { MODE return open_file(AT_FDCWD, path, flags, mode); }
int open64(const char* path, int flags, ...) { MODE return open_file(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char* path, int flags, ...) { MODE return open_file(folder, path, flags, mode); }
int openat64(int folder, const char* path, int flags, ...) { MODE return open_file(folder, path, flags, mode); }

FILE* fopen(const char* path, const char* mode) {
  int flags = strchr(mode, '+') != NULL ? O_RDWR : mode[0] == 'r' ? O_RDONLY : O_WRONLY;
  if (mode[0] != 'r') flags |= O_CREAT | (mode[0] == 'w' ? O_TRUNC : O_APPEND);
  if (strchr(mode, 'e') != NULL) flags |= O_CLOEXEC;
  const int file = open_file(AT_FDCWD, path, flags, 0666);
  return file < 0 ? NULL : fdopen(file, mode);
}
FILE* fopen64(const char* path, const char* mode) { return fopen(path, mode); }

static ssize_t write_file(enum op op, int file, const void* bytes, size_t size, off_t offset) {
  char path[path_room];
  const int counts = *path_of(file, path) != 0;
  if (counts) pthread_mutex_lock(&order);
  const enum act act = counts ? next(op, path) : go_on;
  if ((act == half || act == die_half) && size > 1) size /= 2;
  const off_t place = op == write_op && counts ? lseek(file, 0, SEEK_CUR) : offset;
  const ssize_t done = act == fail        ? -1
                       : op == write_op ? syscall(SYS_write, file, bytes, size)
                                        : syscall(SYS_pwrite64, file, bytes, size, offset);
  const int saved = errno;
  if (counts && done > 0) record("write", path, "", place, bytes, (size_t)done);
  if (counts) pthread_mutex_unlock(&order);
  if (act == die_after || act == die_half) die();
  errno = saved;
  return done;
}
ssize_t write(int file, const void* bytes, size_t size) { return write_file(write_op, file, bytes, size, 0); }
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at_) {
  return write_file(pwrite_op, file, bytes, size, at_);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at_) {
  return write_file(pwrite_op, file, bytes, size, at_);
}
ssize_t writev(int file, const struct iovec* pieces, int count) {  // as if a signal had come after the first one
  for (; count > 1 && pieces->iov_len == 0; --count) ++pieces;
  return count < 1 ? 0 : write_file(write_op, file, pieces->iov_base, pieces->iov_len, 0);
}
// What libc would write by itself, later.
size_t fwrite(const void* bytes, size_t size, size_t count, FILE* stream) {
  char path[path_room];
  size_t left = size * count;
  if (stream == stdout || stream == stderr || *path_of(fileno(stream), path) == 0)
    return fwrite_unlocked(bytes, size, count, stream);
  for (const char* at_ = bytes; left > 0;) {
    const ssize_t done = write_file(write_op, fileno(stream), at_, left, 0);
    if (done < 0 && errno != EINTR) return size > 0 ? (size * count - left) / size : 0;
    if (done > 0) at_ += done, left -= (size_t)done;
  }
  return count;
}
// Callers then read and write.
ssize_t sendfile(int out, int in, off_t* offset, size_t size) {
  char path[path_room];
  if (*path_of(out, path) == 0) return syscall(SYS_sendfile, out, in, offset, size);
  errno = EINVAL;
  return -1;
}
ssize_t sendfile64(int out, int in, off64_t* offset, size_t size) { return sendfile(out, in, offset, size); }
ssize_t copy_file_range(int in, off64_t* from, int out, off64_t* to, size_t size, unsigned flags) {
  char path[path_room];
  if (*path_of(out, path) == 0) return syscall(SYS_copy_file_range, in, from, out, to, size, flags);
  errno = EINVAL;
  return -1;
}

static ssize_t read_file(enum op op, int file, void* room, size_t size, off_t offset) {
  char path[path_room];
  const enum act act = (wanted >> op & 1) != 0 && *path_of(file, path) != 0 ? next(op, path) : go_on;
  if (act == fail) return -1;
  if (act == half && size > 1) size /= 2;
  return op == read_op ? syscall(SYS_read, file, room, size) : syscall(SYS_pread64, file, room, size, offset);
}
ssize_t read(int file, void* room, size_t size) { return read_file(read_op, file, room, size, 0); }
ssize_t pread(int file, void* room, size_t size, off_t offset) { return read_file(pread_op, file, room, size, offset); }
ssize_t pread64(int file, void* room, size_t size, off64_t at_) { return read_file(pread_op, file, room, size, at_); }

static int sync_file(int file, long number) {
  char path[path_room];
  if (*path_of(file, path) == 0) return (int)syscall(number, file);
  return (int)DO(fsync_op, path, "", syscall(number, file), "fsync", 0);
}
int fsync(int file) { return sync_file(file, SYS_fsync); }
int fdatasync(int file) { return sync_file(file, SYS_fdatasync); }

int ftruncate(int file, off_t size) {
  char path[path_room];
  if (*path_of(file, path) == 0) return (int)syscall(SYS_ftruncate, file, size);
  return (int)DO(truncate_op, path, "", syscall(SYS_ftruncate, file, size), "truncate", size);
}
int ftruncate64(int file, off64_t size) { return ftruncate(file, size); }

int flock(int file, int operation) {
  char path[path_room];
  if (*path_of(file, path) == 0) return (int)syscall(SYS_flock, file, operation);
  return (int)DO(flock_op, path, "", syscall(SYS_flock, file, operation), NULL, 0);
}

// A close that fails has closed all the same.
int close(int file) {
  char path[path_room];
  if ((wanted >> close_op & 1) == 0 || *path_of(file, path) == 0) return (int)syscall(SYS_close, file);
  const enum act act = next(close_op, path);
  const int error = errno, done = (int)syscall(SYS_close, file);
  if (act != fail) return done;
  errno = error;
  return -1;
}

int renameat2(int a, const char* from, int b, const char* to, unsigned flags) {
  char path[path_room], other[path_room];
  absolute(a, from, path);
  if (!is_below(absolute(b, to, other)) && !is_below(path))
    return (int)syscall(SYS_renameat2, a, from, b, to, flags);
  return (int)DO(rename_op, path, other, syscall(SYS_renameat2, a, from, b, to, flags), "rename", 0);
}
int renameat(int a, const char* from, int b, const char* to) { return renameat2(a, from, b, to, 0); }
int rename(const char* from, const char* to) { return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0); }

int unlinkat(int folder, const char* name, int flags) {
  char path[path_room];
  if (!is_below(absolute(folder, name, path))) return (int)syscall(SYS_unlinkat, folder, name, flags);
  const int is_folder = (flags & AT_REMOVEDIR) != 0;
  return (int)DO(is_folder ? rmdir_op : unlink_op, path, "", syscall(SYS_unlinkat, folder, name, flags),
                 is_folder ? "rmdir" : "unlink", 0);
}
int unlink(const char* path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char* path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char* path) {
  const int done = unlink(path);
  return done < 0 && errno == EISDIR ? rmdir(path) : done;
}

int mkdirat(int folder, const char* name, mode_t mode) {
  char path[path_room];
  if (!is_below(absolute(folder, name, path))) return (int)syscall(SYS_mkdirat, folder, name, mode);
  return (int)DO(mkdir_op, path, "", syscall(SYS_mkdirat, folder, name, mode), "mkdir", 0);
}
int mkdir(const char* path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

void* mmap(void* address, size_t size, int protection, int flags, int file, off_t offset) {
  char path[path_room];
  if (file >= 0 && (wanted >> mmap_op & 1) != 0 && *path_of(file, path) != 0 && next(mmap_op, path) == fail)
    return MAP_FAILED;
  return (void*)syscall(SYS_mmap, address, size, protection, flags, file, offset);
}
void* mmap64(void* a, size_t size, int prot, int flags, int file, off64_t at_) {
  return mmap(a, size, prot, flags, file, at_);
}

extern void* __libc_malloc(size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_calloc(size_t, size_t);
static int has_none(void) { return (wanted >> malloc_op & 1) != 0 && next(malloc_op, "") == fail; }
void* malloc(size_t size) { return has_none() ? NULL : __libc_malloc(size); }
void* realloc(void* old, size_t size) { return size > 0 && has_none() ? NULL : __libc_realloc(old, size); }
void* calloc(size_t count, size_t size) { return has_none() ? NULL : __libc_calloc(count, size); }
