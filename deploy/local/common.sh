# shellcheck shell=bash
# Sourced by the scripts beside it: messages, ports, processes, secrets.

say() { printf '%s\n' "$*" >&2; }
die() { printf '%s: %s\n' "${me:-$(basename "$0")}" "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

port_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Prints "name (pid N)" of the process that listens on the port, or nothing when the system does not tell.
port_owner() {
  local port=$1 pid='' hex inode
  if have ss; then pid=$(ss -Hltnp "sport = :$port" 2>/dev/null | sed -nE 's/.*pid=([0-9]+).*/\1/p' | sed 1q); fi
  if [ -z "$pid" ] && have lsof; then pid=$(lsof -nP -t -iTCP:"$port" -sTCP:LISTEN 2>/dev/null | sed 1q || true); fi
  if [ -z "$pid" ] && [ -r /proc/net/tcp ]; then
    hex=$(printf ':%04X' "$port")
    inode=$(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v p="$hex" '$4 == "0A" && substr($2, length($2) - 4) == p { print $10; exit }')
    if [ -n "$inode" ]; then pid=$(find /proc/[0-9]*/fd -lname "socket:\[$inode\]" 2>/dev/null | sed -nE '1s,/proc/([0-9]+)/.*,\1,p' || true); fi
  fi
  if [ -n "$pid" ]; then printf '%s (pid %s)' "$(ps -o comm= -p "$pid" 2>/dev/null || cat "/proc/$pid/comm" 2>/dev/null || echo process)" "$pid"; fi
}

# need_free PORT WHAT [CURE]: ends with a message that names the port, what wanted it and who has it.
need_free() {
  local owner
  port_open "$1" || return 0
  owner=$(port_owner "$1")
  die "port $1, wanted for $2, is in use by ${owner:-another process}${3:+; $3}"
}

# is_process PID TEXT: the process lives and TEXT is on its command line, so that a number given out again is not taken for ours.
is_process() {
  [ -n "$1" ] || return 1
  if [ -r "/proc/$1/cmdline" ]; then tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null | grep -qF -- "$2"
  else ps -ww -o command= -p "$1" 2>/dev/null | grep -qF -- "$2"; fi
}

# stamp PID: the process id and the moment the process began, which tells it from a later one under the same number; nothing when it is not there.
stamp() {
  local stat began
  if [ -r "/proc/$1/stat" ]; then
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
    # The name, in brackets, may hold spaces and brackets; what follows it is a word each, and the 22nd of all is the beginning.
    read -ra stat <<<"${stat##*)}"; began=${stat[19]}
  else began=$(ps -o lstart= -p "$1" 2>/dev/null | tr -s ' ' '-') || return 0; fi
  [ -z "$began" ] || printf '%s %s\n' "$1" "$began"
}

# stamped FILE: prints the process id in a file that stamp wrote, as long as that very process lives; else nothing.
stamped() {
  local pid rest
  read -r pid rest 2>/dev/null <"$1" || return 0
  if [[ $pid =~ ^[0-9]+$ ]] && [ -n "$rest" ] && ! gone "$pid" && [ "$(stamp "$pid")" = "$pid $rest" ]; then echo "$pid"; fi
}

# wait_for SECONDS COMMAND...: until the command succeeds; fails at the deadline.
wait_for() {
  local end=$((SECONDS + $1)); shift
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.1
  done
}

# detached LOG COMMAND...: in a session of its own, so that Ctrl-C at the terminal does not reach it. $! is its pid.
detached() {
  local log=$1; shift
  if have setsid; then setsid "$@" </dev/null >>"$log" 2>&1 & else nohup "$@" </dev/null >>"$log" 2>&1 & fi
}

# secret FILE: prints the random secret kept in FILE (mode 0600), made at the first call.
secret() {
  [ -e "$1" ] || (umask 077; od -An -tx1 -N 24 /dev/urandom | tr -d ' \n' >"$1")
  [ -r "$1" ] || die "cannot read $1: the folder was made by another user; use that user or another folder"
  cat "$1"
}

# open_folder DIR: makes it, and prints its absolute path.
open_folder() {
  mkdir -p "$1" 2>/dev/null && [ -w "$1" ] || die "cannot write to $1; choose a folder of your own"
  [ -O "$1" ] || die "$1 belongs to another user; work as that user, or choose another folder"
  (cd "$1" && pwd -P)
}

show_log() { if [ -s "$1" ]; then say "--- end of $1"; tail -n "${2:-20}" "$1" >&2; say '---'; fi; }

# rotate FILE: moves a log of more than 10 MB aside, keeping one old one.
rotate() { if [ -n "$(find "$1" -size +10240k 2>/dev/null)" ]; then mv -f "$1" "$1.old"; fi; }

# decoded TEXT: %2F and its like as the characters they are.
decoded() { local text=${1//\\/\\\\}; printf '%b' "${text//%/\\x}"; }

# gone PID: it has ended; one that waits to be reaped counts as ended.
gone() {
  kill -0 "$1" 2>/dev/null || return 0
  # By its state: an empty command line has also one that is just becoming another program (exec), and on a busy machine that is seen.
  [[ $(sed -nE 's/^State:[[:space:]]+//p' "/proc/$1/status" 2>/dev/null) == Z* ]]
}
