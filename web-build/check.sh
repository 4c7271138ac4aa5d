#!/usr/bin/env sh
# Checks the types that the pages' scripts tell in their comments.
set -eu
cd "$(dirname "$0")"

if ! command -v npm >/dev/null; then
    echo "npm is not installed: the types of the pages' scripts are not checked" >&2
    [ -z "${CI:-}" ]
    exit
fi
test -x node_modules/.bin/tsc || npm ci --no-fund --no-audit
node_modules/.bin/tsc
