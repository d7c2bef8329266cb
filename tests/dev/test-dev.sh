#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What ./dev decides and says, tried with stand-ins for the tools it calls: no network, no root.
# Speaks TAP.

set -u

source=$(cd -P -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

tree="$work/a tree"
bin=$work/bin
calls=$work/calls
mkdir -p "$tree/build-aux" "$bin" "$work/home"
cp "$source/dev" "$tree/dev"
cp "$source/build-aux/dev-commands.sh" "$tree/build-aux/"

tools='awk bash cat chmod cp cut dirname env flock getent grep head ls mkdir mktemp mv readlink rm
  sed sha256sum sleep sort tail touch tr uname'

number=0

result () # VERDICT NAME
{
  number=$((number + 1))
  printf '%s %d - %s\n' "$1" "$number" "$2"
}

stub () # NAME LINES: a program of that name which notes its call and does LINES
{
  rm -f -- "$bin/$1"
  printf '#!/bin/bash\necho "%s $*" >>"%s"\n%s\n' "$1" "$calls" "$2" >"$bin/$1"
  chmod +x "$bin/$1"
}

# A machine without the stack, where root can make a root.
fresh ()
{
  local one

  rm -rf -- "$bin" "$work/cache dir"
  mkdir -p "$bin"
  : >"$calls"
  for one in $tools; do
    ln -s "$(command -v "$one")" "$bin/$one"
  done
  stub id 'case $1 in -u) echo 0 ;; *) echo someone ;; esac'
  stub df 'echo head; echo "x 1 1 99999999 1% /"'
  stub pkg-config 'exit 1'
  stub mmdebstrap 'for last; do :; done; mkdir -p "$last/usr"'
  stub bwrap 'printf "<%s>" "$@" >>"'"$calls"'"'
  stub unshare 'exit 0'
}

run () # ARGS: sets out and status
{
  out=$(cd "${place:-$tree}" && env -i HOME="$work/home" PATH="$bin" LC_ALL=C.UTF-8 \
          XDG_CACHE_HOME="${cache:-$work/cache dir}" "${dev:-$tree/dev}" "$@" 2>&1 </dev/null)
  status=$?
}

says () # NAME STATUS TEXT: the last run ended with STATUS, and with one line that holds TEXT
{
  local last
  last=$(tail -n 1 <<<"$out")
  case "$status $last" in
    "$2 "*"$3"*) result ok "$1" ;;
    *) result 'not ok' "$1"; printf '# %s\n' "status $status: $out" ;;
  esac
}

holds () # NAME COMMAND...
{
  local name=$1
  shift
  if "$@"; then result ok "$name"; else result 'not ok' "$name"; fi
}

called () { grep -q "^$1" "$calls"; }
not_called () { ! called "$1"; }
times_called () { [ "$(grep -c "^$1" "$calls")" = "$2" ]; }
no_parts () { ! compgen -G "$work/cache dir/entente/part-*" >/dev/null; }
root_made () { compgen -G "$work/cache dir/entente/root-*/usr" >/dev/null; }

arguments ()
{
  local one

  fresh
  run help
  for one in run test build exec shell fmt bench packages help; do
    holds "help names $one" grep -q "^  $one" <<<"$out"
  done
  run
  holds 'no command prints the help' grep -q '^Usage: ' <<<"$out"
  run dance
  says 'an unknown command is refused' 2 'try ./dev help'
  holds 'and is named' grep -q '"dance"' <<<"$out"
  run test --much
  holds 'an unknown option of test is refused' test "$status" = 2
  run exec
  holds 'exec without a command is refused' test "$status" = 2
  run build twice
  holds 'build with an argument is refused' test "$status" = 2
  holds 'nothing was made for that' not_called mmdebstrap
}

names ()
{
  local first

  fresh
  run --root
  first=$out
  holds 'the root lies in the cache' test "${out%/root-*}" = "$work/cache dir/entente"
  run --root
  holds 'its name stays' test "$out" = "$first"
  sed "s/^packages='/packages='another-package/" "$tree/dev" >"$tree/dev-other"
  chmod +x "$tree/dev-other"
  dev=$tree/dev-other run --root
  holds 'a changed list of packages names another' test "$out" != "$first"
  cache=not/absolute run --root
  holds 'a relative cache is ignored' test "${out%/root-*}" = "$work/home/.cache/entente"
  run packages
  holds 'the packages are listed one a line' grep -qx 'libadwaita-1-dev' <<<"$out"
}

making ()
{
  fresh
  mkdir -p "$work/cache dir/entente/part-old"
  run exec true
  holds 'a root is made' root_made
  holds 'what an interrupted run left is removed' no_parts
  holds 'the working directory goes inside whole' grep -q "<--chdir><$tree>" "$calls"
  holds 'without network' grep -q '<--unshare-net>' "$calls"
  holds 'the command goes inside' grep -q "<$tree/dev><exec><true>" "$calls"
  run exec true
  holds 'a second run makes nothing' times_called mmdebstrap 1

  fresh
  stub mmdebstrap 'for last; do :; done; mkdir -p "$last/usr"; sleep 0.6'
  run exec true &
  run exec true
  wait
  holds 'two runs at once make one root' times_called mmdebstrap 1

  fresh
  stub mmdebstrap 'for last; do :; done; mkdir -p "$last/usr"; kill -9 $PPID; exit 1'
  run exec true
  holds 'a killed run leaves no root' test ! -e "$(compgen -G "$work/cache dir/entente/root-*/usr")"
  stub mmdebstrap 'for last; do :; done; mkdir -p "$last/usr"'
  run exec true
  holds 'the next one recovers' root_made
  holds 'and clears its remains' no_parts
}

refusals ()
{
  fresh
  stub mmdebstrap 'echo "W: Failed to fetch x  Temporary failure resolving y" >&2; exit 1'
  run build
  says 'no network has its line' 1 'is there a network?'
  holds 'and leaves nothing half made' no_parts
  stub mmdebstrap 'for last; do :; done; mkdir -p "$last/usr"'
  run build
  holds 'the next run with a network recovers' root_made

  fresh
  stub mmdebstrap 'echo "dpkg: error: No space left on device" >&2; exit 1'
  run build
  says 'a disk that fills up has its line' 1 'no space left'

  fresh
  stub df 'echo head; echo "x 1 1 1000 99% /"'
  run build
  says 'a full disk has its line' 1 'MiB are free'
  holds 'before anything is fetched' not_called mmdebstrap

  fresh
  cache=/dev/null/cache run build
  says 'a cache that cannot be written has its line' 1 'XDG_CACHE_HOME'

  fresh
  rm "$bin/mmdebstrap"
  stub apt-get 'echo "E: Unable to locate package mmdebstrap"; exit 100'
  run build
  says 'a package that cannot be installed has its line' 1 'Unable to locate package mmdebstrap'
  holds 'after the lists were fetched' called 'apt-get .*update'

  fresh
  rm "$bin/mmdebstrap"
  run build
  says 'a machine without apt has its line' 1 'install these yourself: mmdebstrap'
}

rights ()
{
  local user='case $1 in -u) echo 1000 ;; *) echo someone ;; esac'

  fresh
  stub id "$user"
  run build
  says 'a user without sudo has a line' 1 'there is no sudo'

  stub sudo 'exit 1'
  run build
  says 'a user whose sudo asks without a terminal has a line' 1 'run ./dev in a terminal'

  stub sudo '[ "$1" = -n ] || exec "$@"'
  run build
  holds 'a user with sudo makes the root by it' called 'sudo env .*mmdebstrap'
  holds 'and goes inside without it' grep -q '^bwrap' "$calls"

  stub bwrap 'exit 1'
  run build
  says 'a user without bubblewrap that runs has a line' 1 'run ./dev as root'
}

fallback ()
{
  fresh
  stub bwrap 'exit 1'
  run build
  holds 'root goes on with chroot' called 'unshare --mount --propagation private .*bash -c'
  stub unshare 'exit 1'
  run build
  says 'a container without mounts has its line' 1 'run ./dev outside of this container'
}

host ()
{
  local one

  fresh
  for one in $(sed -n "/^programs='/,/'$/p" "$tree/dev" | tr -d "'" | sed 's/^programs=//'); do
    [ -e "$bin/$one" ] || stub "$one" 'exit 0'
  done
  stub pkg-config 'exit 0'
  stub locale 'printf "fr_FR.utf8\ntr_TR.utf8\n"'
  stub fc-list 'echo "a font"'
  stub says-hello 'echo hello from "$PWD"'
  stub meson "[ \$1 != setup ] || { mkdir -p \"\$2/src/cli\"; cp $bin/says-hello \"\$2/src/cli/ententectl\"; }"
  place="$work/home" run exec ententectl
  says 'a machine with the stack is used as it is' 0 "hello from $work/home"
  holds 'without a root' not_called mmdebstrap
  stub pkg-config '[ "${2%% *}" != gtk4 ]'
  run build
  holds 'one that lacks a library gets a root' called mmdebstrap
  rm -rf "$tree/_build"
}

tally ()
{
  local log=$work/log.json

  cat >"$log" <<'END'
{"name": "a", "stdout": "1..3\nok 1 /a\nok 2 /b # SKIP no\nnot ok 3 /c\n", "result": "FAIL"}
{"name": "b", "stdout": "", "result": "OK"}
{"name": "c", "stdout": "ok 1 /a\nok 2 /b\n", "result": "TIMEOUT"}
{"name": "d", "stdout": "", "result": "SKIP"}
END
  holds 'tests are counted by what they report' \
    test "$(python3 "$source/tests/tally.py" "$log")" = '4 2'
}

arguments
names
making
refusals
rights
fallback
host
tally
printf '1..%d\n' "$number"
