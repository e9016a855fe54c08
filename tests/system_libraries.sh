#!/bin/sh
# Sees to what PySide6 needs from the system: installs it when root, else prints the one command that does.
# `system_libraries.sh PYTHON tests` also sees to what some tests need; without it they are skipped by name.
set -eu
python=${1:-python3}
for_tests=${2:-}

missing=""
has() { PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | grep -q "$1 " || ls /usr/lib/*/"$1" >/dev/null 2>&1; }
need() { has "$1" || missing="$missing $2"; }
need libglib-2.0.so.0 libglib2.0-0
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
"$python" -c 'import ensurepip' >/dev/null 2>&1 || missing="$missing ${python##*/}-venv"

wanted=""
if [ -n "$for_tests" ]; then
    command -v Xvfb >/dev/null 2>&1 || wanted="$wanted xvfb"
    command -v xdotool >/dev/null 2>&1 || wanted="$wanted xdotool"
    command -v setxkbmap >/dev/null 2>&1 || wanted="$wanted x11-xkb-utils"
    command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || wanted="$wanted postgresql"
fi
[ -n "$missing$wanted" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    [ -z "$missing" ] || echo "These libraries are missing (by Debian's names):$missing" >&2
    exit 0
fi
user=$(id -u)
if [ "$user" -eq 0 ]; then
    echo "Installing system packages:$missing$wanted"
    apt-get update -qq || echo "The list of packages could not be brought up to date." >&2
fi
# Since 2024 the name says how wide a time stamp is.
if apt-cache show libglib2.0-0t64 >/dev/null 2>&1; then
    missing=$(echo "$missing" | sed 's/libglib2.0-0$/&t64/; s/libglib2.0-0 /libglib2.0-0t64 /')
fi
if [ "$user" -ne 0 ]; then
    [ -z "$missing" ] || echo "Khaotag needs some system packages. Install them with:" >&2
    [ -n "$missing" ] || echo "Without some system packages a few tests are skipped. Install them with:" >&2
    echo "  sudo apt-get install --no-install-recommends$missing$wanted" >&2
    [ -z "$missing" ]
    exit
fi
# The tests start a server of their own: Debian's need not make another and leave it running.
if [ -n "$wanted" ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
fi
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $missing $wanted >/dev/null || {
    echo "apt-get could not install:$missing$wanted" >&2
    [ -z "$missing" ]
}
