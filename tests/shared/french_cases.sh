#!/usr/bin/env bash
# french_cases.sh BIN: runs the French cases in the folder that HEMERO_SHARED names (they are no part of the source)
# on the programs in BIN. Without them it says so and exits 77, which ctest shows as skipped.
set -euo pipefail
cases=${HEMERO_SHARED:-}/eval/french_cases.py

if [[ -z ${HEMERO_SHARED:-} || ! -f $cases ]]; then
  echo "skipped: HEMERO_SHARED names no folder that holds eval/french_cases.py"
  exit 77
fi
exec python3 "$cases" "$1" --min 85
