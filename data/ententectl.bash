# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of ententectl for bash: commands, options, types and files.

_ententectl ()
{
  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} words

  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ] || [ "$command" = help ]; then
    words=$(ententectl help 2>/dev/null | sed -n 's/^  \([a-z]*\)  .*/\1/p')
  elif [[ $word == -* ]]; then
    words=$(ententectl help "$command" 2>/dev/null | sed -n 's/^  .*\(--[a-z-]*\).*/\1/p')
  else
    case $command:$COMP_CWORD in
      types:2 | list:3 | add:3)
        words=$(ententectl types 2>/dev/null | sed 's/ .*//') ;;
      import:*)
        [ "${COMP_WORDS[COMP_CWORD - 1]}" = --as ] \
          && words=$(ententectl types 2>/dev/null | sed 's/ .*//') ;;
      export:3)
        words='annual-report agreement brief calendar mission mission-booklet mission-report guests thank-you handover table project' ;;
      export:4)
        words=$(ententectl types 2>/dev/null | sed 's/ .*//') ;;
    esac
  fi

  if [ -n "$words" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}

complete -o filenames -F _ententectl ententectl
