# Words the set-up scripts share. Sourced, not run.

say() { printf '%s\n' "$*"; }

die() {
    printf '\n!! %s\n' "$*" >&2
    exit 1
}

# Runs a command into the log; on failure shows the end of it.
quietly() {
    if ! "$@" >>"$log" 2>&1 </dev/null; then
        tail -n 30 "$log" >&2
        die "failed: $* (all of it: $log)"
    fi
}

find_python() {
    local candidate
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    may_install || return 1
    apt_install python3 python3-venv >&2
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' && command -v python3
}

# Debian keeps ensurepip in a package of its own, named after the version.
make_venv() {
    local python=$1 venv=$2 version
    [ -x "$venv/bin/python" ] && "$venv/bin/python" -m pip --version >/dev/null 2>&1 && return
    rm -rf "$venv"
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        may_install || die "no ensurepip: run  apt-get install $version"
        apt_install "$version"
    fi
    quietly "$python" -m venv "$venv"
}

sudo_word() { if [ "$(id -u)" = 0 ]; then echo; else echo "sudo -n"; fi; }

# Debian or Ubuntu, and root or sudo without a password.
may_install() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

apt_install() {
    say "  installing from the system's packages: $*"
    if ! $(sudo_word) apt-get -o DPkg::Lock::Timeout=300 update >>"$log" 2>&1; then
        say "  (the package lists could not be refreshed; trying with the old ones)"
    fi
    quietly $(sudo_word) env DEBIAN_FRONTEND=noninteractive \
        apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"
}
