#!/usr/bin/env bash
# Takes the pictures in docs/images again, of the demo's workspace on a database of its own. Needs chromium.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
KEYLEDGER_BROWSER_REQUIRED=yes ./mvnw -q -B -ntp test -pl standalone -am -Dexec.skip \
    -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false
ls -l docs/images
