#!/usr/bin/env bash
# Builds with the sanitizers and runs every test. On a bare Debian 12 it first installs what is missing.
#
#   tests/run.sh [arguments for ctest, such as -R tst_job]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C.UTF-8

packaging/install-packages.sh build run test npm
cmake --preset asan
cmake --build --preset asan
exec tests/session.sh ctest --preset asan --parallel "$(nproc)" "$@"
