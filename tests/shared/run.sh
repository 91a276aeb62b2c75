#!/usr/bin/env bash
# run.sh BIN SOURCE: runs the shared French cases, which live beside the project, on the programs in BIN. Where they are
# not (they are no part of the source) it says so and exits 77, which ctest shows as skipped.
set -euo pipefail
bin=$1
shared=${HEMERO_SHARED:-$2/../shared}
cases=$shared/eval/french_cases.py

if [[ ! -f $cases ]]; then
  echo "skipped: there is no $cases (HEMERO_SHARED can name the folder that holds eval/french_cases.py)"
  exit 77
fi
exec python3 "$cases" "$bin" --min 85
