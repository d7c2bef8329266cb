/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/ent-pdf-jail.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

/* A page of 100 million pixels fits; a bomb does not. */
#define MEMORY (1024ull * 1024 * 1024)

/* Seconds of work one request may take. */
#define SECONDS 20

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

#define REFUSE(call)                                                                               \
  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1),                                              \
      BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (EPERM & SECCOMP_RET_DATA))

/* No network, no other program, no look into another. Files stay readable: the fonts that a
 * document does not carry are files. */
static gboolean
forbid_calls (void)
{
  static struct sock_filter steps[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, arch)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    REFUSE (__NR_socket),
    REFUSE (__NR_connect),
    REFUSE (__NR_bind),
    REFUSE (__NR_sendto),
    REFUSE (__NR_execve),
    REFUSE (__NR_execveat),
    REFUSE (__NR_ptrace),
    REFUSE (__NR_unlinkat),
    REFUSE (__NR_renameat),
    REFUSE (__NR_mkdirat),
    REFUSE (__NR_kill),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = { G_N_ELEMENTS (steps), steps };

  return prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 || errno == EINVAL;
}

#else

static gboolean
forbid_calls (void)
{
  return TRUE;
}

#endif

/**
 * ent_pdf_jail_enter:
 *
 * Takes from this process, for good, the network, other programs, files larger than nothing, core
 * dumps, and more memory than a page needs.
 *
 * Returns: whether the kernel agreed
 */
gboolean
ent_pdf_jail_enter (void)
{
  struct rlimit memory = { MEMORY, MEMORY };
  struct rlimit none = { 0, 0 };

  if (setrlimit (RLIMIT_AS, &memory) != 0 || setrlimit (RLIMIT_CORE, &none) != 0
      || setrlimit (RLIMIT_FSIZE, &none) != 0 || prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return FALSE;
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);

  return forbid_calls ();
}

/**
 * ent_pdf_jail_renew:
 *
 * Gives the next request its own time.
 */
void
ent_pdf_jail_renew (void)
{
  struct rusage used;
  struct rlimit limit;

  getrusage (RUSAGE_SELF, &used);
  limit.rlim_cur = (rlim_t) used.ru_utime.tv_sec + (rlim_t) used.ru_stime.tv_sec + SECONDS;
  limit.rlim_max = RLIM_INFINITY;
  setrlimit (RLIMIT_CPU, &limit);
}
