#!/bin/sh
# Sees to what PySide6 and the tests need from the system: installs it when root, else prints the one command that does.
set -eu
python=${1:-python3}

missing=""
has() { ldconfig -p 2>/dev/null | grep -q "$1" || ls /usr/lib/*/"$1"* >/dev/null 2>&1; }
need() { has "$1" || missing="$missing $2"; }

glib=libglib2.0-0
if command -v apt-cache >/dev/null 2>&1 && apt-cache show libglib2.0-0t64 >/dev/null 2>&1; then glib=libglib2.0-0t64; fi

need libglib-2.0.so.0 "$glib"
need libGL.so.1 libgl1
need libEGL.so.1 libegl1
need libxkbcommon.so.0 libxkbcommon0
need libfontconfig.so.1 libfontconfig1
need libdbus-1.so.3 libdbus-1-3
need libxkbcommon-x11.so.0 libxkbcommon-x11-0
need libxcb-cursor.so.0 libxcb-cursor0
need libxcb-icccm.so.4 libxcb-icccm4
need libxcb-keysyms.so.1 libxcb-keysyms1
need libxcb-shape.so.0 libxcb-shape0
# For the tests alone; those that need them skip by name where they are missing.
tests=""
command -v Xvfb >/dev/null 2>&1 || tests="$tests xvfb"
command -v xdotool >/dev/null 2>&1 || tests="$tests xdotool"
command -v setxkbmap >/dev/null 2>&1 || tests="$tests x11-xkb-utils"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || tests="$tests postgresql"
"$python" -c 'import ensurepip' >/dev/null 2>&1 || missing="$missing $(basename "$python")-venv"

[ -n "$missing$tests" ] || exit 0
if ! command -v apt-get >/dev/null 2>&1; then
    [ -z "$missing" ] || echo "These libraries are missing (Debian's names):$missing" >&2
    exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "Some system packages are missing. Install them with:" >&2
    echo "  sudo apt-get install --no-install-recommends$missing$tests" >&2
    [ -z "$missing" ] || exit 1
    exit 0
fi
echo "Installing system packages:$missing$tests"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# A cluster of its own is not wanted: the tests start a server themselves.
if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
fi
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $missing $tests >/dev/null
