#!/usr/bin/env sh
# Puts the map's library among the pages' scripts. Without npm the pages keep the server's own map, and this says so.
set -eu
cd "$(dirname "$0")"
to=../src/trucewatch/web/scripts/bundled

if ! command -v npm >/dev/null; then
    echo "npm is not installed: the map's library is left out, pages show the server's own map" >&2
    [ -z "${CI:-}" ]
    exit
fi
test -d node_modules/maplibre-gl || npm ci --omit=dev --no-fund --no-audit
mkdir -p "$to"
for name in maplibre-gl maplibre-gl-worker; do
    sed '/^\/\/# sourceMappingURL=/d' "node_modules/maplibre-gl/dist/$name.mjs" >"$to/$name.js"
done
cp node_modules/maplibre-gl/dist/maplibre-gl.css "$to/"
cp node_modules/maplibre-gl/LICENSE.txt "$to/maplibre-gl.LICENSE.txt"
touch "$to/made"
