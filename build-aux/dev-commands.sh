# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
#
# What the commands of ./dev do, once they are in an environment that has the stack. Part of
# dev, which sets src, build and asan, and says what goes wrong with say and die.

# Temporary folders of this run.
private=
place=

clean_up ()
{
  [ -z "$private" ] || rm -rf -- "$private"
  [ -z "$place" ] || rm -rf -- "$place"
}

### Building

configure ()
{
  local dir=$1 stamp log
  shift

  stamp="${ENTENTE_ROOT:-host} $src $*"
  [ ! -f "$dir/build.ninja" ] || [ "$(cat "$dir/.entente-dev" 2>/dev/null)" != "$stamp" ] ||
    return 0
  # A build of another environment or place: its paths and compiler are not ours.
  rm -rf -- "$dir"
  say "configuring ${dir##*/}"
  if ! log=$(meson setup "$dir" "$src" "$@" 2>&1); then
    printf '%s\n' "$log" >&2
    return 1
  fi
  printf '%s\n' "$stamp" >"$dir/.entente-dev"
}

# Two commands at once take turns at the build.
lock_build ()
{
  [ -w "$src" ] || die "cannot write in $src, where the programs are built: mend its rights"
  [ ! -e "$build" ] || [ -w "$build" ] ||
    die "cannot write in $build: another user made it, remove it"
  exec 8<"$src" || die "cannot read $src"
  if ! flock -n 8; then
    say "another ./dev is at work in this source: waiting for it"
    flock 8
  fi
}

unlock_build () { exec 8<&-; }

build_quietly ()
{
  local log

  log=$(mktemp) || die "cannot make a temporary file: is there space in ${TMPDIR:-/tmp}?"
  lock_build
  [ -f "$build/build.ninja" ] || say "building for the first time: a minute or two"
  if ! { configure "$build" && ninja -C "$build" all "$@"; } >"$log" 2>&1; then
    cat "$log" >&2
    ! grep -q 'No space left on device' "$log" || say "no space left to build in $src"
    rm -f -- "$log"
    say "the build failed"
    return 1
  fi
  unlock_build
  rm -f -- "$log"
}

cmd_build ()
{
  lock_build
  configure "$build" && ninja -C "$build"
}

### Testing

# Tests leave nothing in the user's folders and find no session of the user's.
private_session ()
{
  unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XAUTHORITY
  private=$(mktemp -d) || die "cannot make a temporary folder: is there space in ${TMPDIR:-/tmp}?"
  mkdir -m 0700 "$private/run"
  export XDG_RUNTIME_DIR=$private/run XDG_DATA_HOME=$private/data
  export XDG_CONFIG_HOME=$private/config XDG_STATE_HOME=$private/state
  export GDK_BACKEND=x11
}

# Runs a command on a virtual display with a window manager and a bus of its own.
# The first number is drawn, since locks of displays in other roots cannot be judged.
on_display ()
{
  local bus=$XDG_RUNTIME_DIR/dbus-daemon

  # The daemon complains of limits that are not ours to raise, and what it starts chatters.
  printf '#!/bin/sh\nexec dbus-daemon "$@" >/dev/null 2>&1\n' >"$bus" && chmod +x "$bus"
  [ -x "$bus" ] || bus=dbus-daemon
  # shellcheck disable=SC2016
  xvfb-run -a -n $((200 + RANDOM)) -s '-screen 0 1280x800x24 -nolisten tcp' \
    dbus-run-session --dbus-daemon="$bus" -- sh -c 'openbox >/dev/null 2>&1 & exec "$@"' sh "$@"
}

# suite DIR NAME [WRAPPER]: runs one suite and adds its counts to passed and failed.
suite ()
{
  local dir=$1 name=$2 log=$1/meson-logs/$2.json counts
  shift 2

  rm -f -- "$log"
  # The limits of time are for a machine at rest; this one may be at work.
  if "$@" meson test -C "$dir" --suite "$name" --logbase "$name" --print-errorlogs \
       --timeout-multiplier "${patience:-2}" </dev/null && [ ! -e "$log" ]; then
    return
  fi
  counts=$(python3 "$src/tests/tally.py" "$log") || counts='0 1'
  passed=$((passed + ${counts% *}))
  failed=$((failed + ${counts#* }))
}

sanitized ()
{
  say "sanitizer build"
  if configure "$asan" -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1 &&
     ninja -C "$asan" >"$private/asan.log" 2>&1; then
    ASAN_OPTIONS=${ASAN_OPTIONS:-detect_stack_use_after_return=1} \
    UBSAN_OPTIONS=${UBSAN_OPTIONS:-halt_on_error=1:print_stacktrace=1} \
    LSAN_OPTIONS="${LSAN_OPTIONS:-suppressions='$src/tests/lsan.supp':print_suppressions=0}" \
      patience=6 suite "$asan" core
  else
    tail -n 40 "$private/asan.log" >&2
    say "the sanitizer build failed"
    failed=$((failed + 1))
  fi
}

cmd_test ()
{
  local passed=0 failed=0

  SECONDS=0
  lock_build
  private_session
  if configure "$build" && ninja -C "$build"; then
    suite "$build" core
    suite "$build" display "$src/dev" --on-display
    [ "$full" = no ] || suite "$build" slow "$src/dev" --on-display
    if [ "$full" = yes ] || { [ "$sanitize" = yes ] && [ $SECONDS -lt $sanitize_before ]; }; then
      sanitized
    elif [ "$sanitize" = yes ]; then
      say "sanitizer build left out: the other tests took $SECONDS seconds"
    fi
  else
    say "the build failed"
    failed=1
  fi
  [ $((passed + failed)) -gt 0 ] || failed=1
  printf '%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" = 0 ]
}

### Running

program_path ()
{
  local ccache=
  [ ! -d /usr/lib/ccache ] || ccache=/usr/lib/ccache:
  export PATH="$build/src/cli:$build/src/ui:$ccache$PATH"
  # Settings of a program that is not installed.
  [ ! -f "$build/data/gschemas.compiled" ] || export GSETTINGS_SCHEMA_DIR="$build/data"
}

sample_copy ()
{
  local sample=$build/data/namur-2024.entente

  [ -f "$sample" ] || return 1
  place=$(mktemp -d "${TMPDIR:-/tmp}/entente-XXXXXX") || return 1
  cp -- "$sample" "$place/" || return 1
  chmod u+w "$place/namur-2024.entente"
}

# picture FILE PID: a picture of the screen once the window of PID stands still, so that it is of
# the whole first frame.
picture ()
{
  local file=$1 pid=$2 window= before= after= i

  for ((i = 0; i < 240; i++)); do
    kill -0 "$pid" 2>/dev/null || return 1
    window=$(xdotool search --onlyvisible --class entente 2>/dev/null | tail -n 1)
    [ -z "$window" ] || break
    sleep 0.25
  done
  [ -n "$window" ] || return 1
  # Out of the way: nothing is to look as if it was pointed at.
  xdotool mousemove 1279 799
  for ((i = 0; i < 40; i++)); do
    sleep 0.25
    after=$(import -silent -window root -depth 8 rgb:- | sha256sum)
    [ "$after" != "$before" ] || break
    before=$after
  done
  import -silent -window root "$file"
}

# The part of "run" that is on the virtual display.
cmd_show ()
{
  local file=$1 pid status=0
  shift

  entente "$@" &
  pid=$!
  if picture "$file" "$pid"; then
    printf 'Screenshot: %s\n' "$file"
  else
    say "no window came: see the messages above"
    status=1
  fi
  kill "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  return "$status"
}

# On the display that is there. Work done in the copy of the sample is not thrown away.
run_here ()
{
  local bus=() status copy

  [ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] || bus=(dbus-run-session --)
  ${bus[@]+"${bus[@]}"} entente "$@"
  status=$?
  copy=$place/namur-2024.entente
  if [ -n "$place" ] && ! cmp -s "$copy" "$build/data/namur-2024.entente"; then
    say "your work on the sample is in $copy"
    place=
  fi
  return $status
}

cmd_run ()
{
  local file

  build_quietly || exit 1
  if [ $# = 0 ] && sample_copy; then
    set -- "$place/namur-2024.entente"
  fi
  if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    run_here "$@"
    return
  fi
  file=$(pwd -P)/entente-screenshot.png
  [ -w . ] || file=$(mktemp -d)/entente-screenshot.png
  say "no display here: starting a virtual one"
  private_session
  GSK_RENDERER=${GSK_RENDERER:-cairo} on_display "$src/dev" --show "$file" "$@"
}

cmd_exec ()
{
  # A broken build is shown, and does not keep one from the tools to mend it.
  [ -x "$build/src/cli/ententectl" ] || build_quietly
  exec "$@"
}

cmd_shell ()
{
  say "the build environment; leave it with exit"
  exec bash
}

### Layout of the source

# With FILES whole files; without, new files, changed Blueprint files, and of changed C only the
# lines that changed since main, so that tables which are laid out by hand stay as they are.
cmd_fmt ()
{
  local check=no base file status=0 c=() blp=()

  # The source may belong to another user than the one inside the root.
  export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*'
  if [ "${1:-}" = --check ]; then
    check=yes
    shift
  fi
  if [ $# = 0 ]; then
    cd -- "$src" || exit 1
    base=$(git merge-base HEAD main 2>/dev/null) || base=HEAD
    if [ $check = yes ]; then
      git clang-format --quiet --diff --extensions c,h "$base" || status=1
    else
      git clang-format --quiet --force --extensions c,h "$base" >/dev/null
    fi
    while IFS= read -r file; do
      set -- "$@" "$file"
    done < <(git diff --name-only --diff-filter=d "$base" -- '*.blp'
             git ls-files --others --exclude-standard -- '*.blp' '*.[ch]')
  fi
  for file; do
    case $file in
      *.blp) blp+=("$file") ;;
      *.[ch]) c+=("$file") ;;
      *) wrong "fmt: $file is neither C nor Blueprint" ;;
    esac
  done
  if [ $check = yes ]; then
    [ ${#c[@]} = 0 ] || clang-format --dry-run --Werror "${c[@]}" || status=1
    [ ${#blp[@]} = 0 ] || blueprint-compiler format "${blp[@]}" || status=1
  else
    [ ${#c[@]} = 0 ] || clang-format -i "${c[@]}" || status=1
    [ ${#blp[@]} = 0 ] || blueprint-compiler format --fix "${blp[@]}" || status=1
  fi
  return $status
}

cmd_bench ()
{
  build_quietly bench-programs || exit 1
  private_session
  on_display python3 "$src/tests/bench/run.py" "$build" "$@"
}
