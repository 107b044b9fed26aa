#!/usr/bin/env bash
# How long the window takes to be painted, and how much memory it has then, beside an empty Qt Widgets window.
#
#   tests/benchmarks/start.sh [RUNS]     QT_QPA_PLATFORM=offscreen without a display
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cmake --preset release -DCB_TESTS=ON -B build/bench >/dev/null
cmake --build build/bench --target consent-bridge bench_start bench_emptywindow >/dev/null
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
export CONSENT_BRIDGE_HOME=$home
build/bench/bin/bench_start "${1:-21}" build/bench/bin/consent-bridge --quit-after-first-paint -- build/bench/bin/bench_emptywindow
