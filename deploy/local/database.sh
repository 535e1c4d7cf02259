# shellcheck shell=bash
# Sourced by backup and restore: which database, and PostgreSQL's own tools. Expects: root.

# connect DIR [make]: decides which database pg means, by DATABASE_URL or the private instance in DIR; ends with a message when nobody answers.
# A private instance that is stopped is started until this script ends; with "make" one is made where DIR has none.
connect() {
  local one port where password
  database='' container='' major=''
  if [ -n "${compose:-}" ]; then
    where="Compose's container postgres"
  elif [ -n "${DATABASE_URL:-}" ]; then
    # libpq reads the URL, with all that may be in it, but for the password: a command line can be seen by everybody.
    [[ $DATABASE_URL =~ ^(postgres(ql)?://)(([^:@/]*)(:([^@/]*))?@)?([^@]*)$ ]] || die 'DATABASE_URL is not postgresql://user:password@host:port/database; characters such as @ and / in a password are written as %40 and %2F'
    where=${BASH_REMATCH[7]} password=${BASH_REMATCH[6]} database=${BASH_REMATCH[1]}${BASH_REMATCH[4]:+${BASH_REMATCH[4]}@}${BASH_REMATCH[7]}
    [[ ! $where =~ [?\&](ssl)?password= ]] || die 'DATABASE_URL has a password after the "?"; it belongs before the host, or in PGPASSWORD'
    where=${where%%\?*}
    if [ -n "$password" ]; then PGPASSWORD=$(decoded "$password"); export PGPASSWORD; fi
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
    where=$PGHOST:$PGPORT
    # One that is a container has its tools in it; this machine may have none.
    if [ -e "$1/postgres/container.env" ]; then container=$("$root/deploy/local/postgres" status "$1/postgres" "$port"); container=${container##* }; fi
  fi
  export PGCONNECT_TIMEOUT=5
  major=$(sql 'show server_version_num') || die "the database on $where does not answer"
  major=${major%????}
}

# tool NAME: the newest of PostgreSQL's programs of that name: an older one refuses a newer server or its files. Of pg_dump that of the server's version,
# where it is installed: what a newer one writes the server's own pg_restore does not read.
tool() {
  local found=''
  if [ "$1" = pg_dump ]; then found=$(ls -d "/usr/lib/postgresql/$major/bin/$1" "/usr/pgsql-$major/bin/$1" 2>/dev/null | sed 1q); fi
  [ -n "$found" ] || found=$(ls -d /usr/lib/postgresql/*/bin/"$1" /usr/pgsql-*/bin/"$1" 2>/dev/null | sort -V | tail -n 1)
  [ -n "$found" ] || found=$(command -v "$1") || die "$1 is missing; it comes with PostgreSQL's client"
  echo "$found"
}

# pg NAME [ARGUMENT]…: runs one of PostgreSQL's programs; of a database that is a container (compose=yes, or deploy/run without binaries) the one in there, whose version is its server's.
pg() {
  local name=$1; shift
  # pg_restore is never connected: it reads the file, and psql does what it says.
  if [ -n "$database" ] && [ "$name" != pg_restore ]; then set -- --dbname="$database" "$@"; fi
  if [ -n "${compose:-}" ]; then
    (cd "$root" && docker compose exec -T postgres sh -c 'PGUSER=$POSTGRES_USER PGDATABASE=$POSTGRES_DB exec "$@"' sh "$name" "$@")
  elif [ -n "$container" ]; then
    docker exec -i -e PGUSER -e PGDATABASE -e PGPASSWORD "$container" "$name" "$@"
  else
    "$(tool "$name")" "$@"
  fi
}

sql() { pg psql -X -q -At -v ON_ERROR_STOP=1 -c "$1" </dev/null; }

# whole FILE: whether it can be read to its end: its table of contents is at the beginning and says nothing of what follows.
whole() { pg pg_restore --file=/dev/null <"$1"; }
