#!/usr/bin/env bash
# run.sh BIN [ARG…]: tests in a browser what BIN/hemero-query serves; ARG… goes to node, e.g. --test-name-pattern=loup.
# Without chromium, node or the packages of package-lock.json it says so and exits 77, which ctest shows as skipped;
# where HEMERO_BROWSER is "required", as in continuous integration, that is a failure.
set -euo pipefail
HEMERO_BIN=$(cd "$1" && pwd)
export HEMERO_BIN
shift
cd "$(dirname "${BASH_SOURCE[0]}")"

skip() {
  echo "skipped: $1"
  [[ ${HEMERO_BROWSER-} != required ]] || exit 1
  exit 77
}

[[ -x /usr/bin/chromium ]] || skip "there is no /usr/bin/chromium (scripts/deps --ci installs it)"
command -v node >/dev/null || skip "node is not installed (scripts/deps --ci installs it)"
node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' || skip "node $(node --version) is older than 18"
for package in playwright-core @axe-core/playwright; do
  [[ -d node_modules/$package ]] || skip "$package is not installed (npm ci --prefix tests/browser)"
done
exec node --test "$@" pages.test.js journeys.test.js keyboard.test.js script.test.js
