#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-man.sh GROFF PAGE: the page is set without a warning.
warnings=$("$1" -man -Tutf8 -ww -z "$2" 2>&1)
[ -z "$warnings" ] && exit 0
printf '%s\n' "$warnings"
exit 1
