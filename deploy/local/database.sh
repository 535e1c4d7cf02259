# shellcheck shell=bash
# Sourced by backup and restore: which database, and PostgreSQL's own tools. Expects: root.

# connect DIR [make]: sets libpq's variables, from DATABASE_URL or from the private instance in DIR; ends with a message when nobody answers.
# A private instance that is stopped is started until this script ends; with "make" one is made where DIR has none.
connect() {
  local one port
  if [ -n "${compose:-}" ]; then
    export PGHOST='the container postgres' PGPORT=5432 PGDATABASE=platform
  elif [ -n "${DATABASE_URL:-}" ]; then
    [[ $DATABASE_URL =~ ^postgres(ql)?://([^:@/]+)(:([^@/]*))?@([^:/]+)(:([0-9]+))?/([^?]+) ]] || die 'DATABASE_URL is not postgresql://user:password@host:port/database'
    export PGUSER=${BASH_REMATCH[2]} PGPASSWORD=${BASH_REMATCH[4]} PGHOST=${BASH_REMATCH[5]} PGPORT=${BASH_REMATCH[7]:-5432} PGDATABASE=${BASH_REMATCH[8]}
  else
    port=$(cat "$1/postgres/port" 2>/dev/null || true)
    [ -n "$port" ] || [ "${2:-}" = make ] || die "no database in $1; deploy/run makes one, or set DATABASE_URL"
    port=${port:-${POSTGRES_PORT:-7110}}
    if ! "$root/deploy/local/postgres" status "$1/postgres" "$port" >/dev/null; then
      "$root/deploy/local/install"
      stop_at_end=("$1/postgres" "$port")
      trap '"$root/deploy/local/postgres" stop "${stop_at_end[@]}"' EXIT
      "$root/deploy/local/postgres" start "$1/postgres" "$port"
    fi
    for one in $("$root/deploy/local/postgres" url "$1/postgres" "$port" | tr ';' ' '); do
      case $one in Host=*) PGHOST=${one#*=} ;; Port=*) PGPORT=${one#*=} ;; Database=*) PGDATABASE=${one#*=} ;; Username=*) PGUSER=${one#*=} ;; Password=*) PGPASSWORD=${one#*=} ;; esac
    done
    export PGHOST PGPORT PGDATABASE PGUSER PGPASSWORD
  fi
  export PGCONNECT_TIMEOUT=5
  sql 'select 1' >/dev/null || die "the database on $PGHOST:$PGPORT does not answer"
}

# tool NAME: the newest of PostgreSQL's programs of that name: an older one refuses a newer server.
tool() {
  local found
  found=$(ls -d /usr/lib/postgresql/*/bin/"$1" /usr/pgsql-*/bin/"$1" 2>/dev/null | sort -V | tail -n 1)
  [ -n "$found" ] || found=$(command -v "$1") || die "$1 is missing; it comes with PostgreSQL's client"
  echo "$found"
}

# pg NAME [ARGUMENT]…: runs one of PostgreSQL's programs; with compose=yes that of Compose's container, whose version is its server's.
pg() {
  if [ -n "${compose:-}" ]; then
    (cd "$root" && docker compose exec -T postgres sh -c 'PGUSER=$POSTGRES_USER PGDATABASE=$POSTGRES_DB exec "$@"' sh "$@")
  else
    "$(tool "$1")" "${@:2}"
  fi
}

sql() { pg psql -X -q -At -v ON_ERROR_STOP=1 -c "$1"; }
