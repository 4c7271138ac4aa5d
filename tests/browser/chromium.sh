#!/usr/bin/env sh
# Gets Chromium for the browser's tests where that may be done; elsewhere says how, and that they are skipped.
set -eu

if command -v chromium >/dev/null; then
    exit
fi
if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium && exit
fi
echo "chromium is not installed, so the tests in a browser are skipped: get it with 'apt-get install chromium'" >&2
[ -z "${CI:-}" ]
