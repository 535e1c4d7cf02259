# shellcheck shell=bash
# Sourced by run and stop: the data folder's settings, and starting and stopping what runs in it. Expects: root, data.

names=(ingest extraction projection)
port_names=(INGEST_PORT READ_PORT EXTRACTION_PORT BROKER_PORT POSTGRES_PORT)

# The ports as one line each, as kept in the data folder between run and stop.
settings() { local one; for one in "${port_names[@]}"; do printf '%s=%s\n' "$one" "${!one}"; done; }
load_settings() { # takes only what settings writes
  local key value
  while IFS='=' read -r key value; do
    if [[ " ${port_names[*]} " == *" $key "* && $value =~ ^[0-9]+$ ]]; then printf -v "$key" '%s' "$value"; fi
  done <"$data/settings"
}

service_port() { case $1 in ingest) echo "$INGEST_PORT" ;; projection) echo "$READ_PORT" ;; extraction) echo "$EXTRACTION_PORT" ;; esac; }
service_dll() { echo "$root/services/$1/bin/Release/net10.0/${1^}.dll"; }

supervisor() { # pid of a service's live supervisor, else nothing
  local found; found=$(cat "$data/services/$1.supervisor" 2>/dev/null || true)
  if is_process "$found" "supervise $1 $data/services"; then echo "$found"; fi
}
any_service() { local one; for one in "${names[@]}"; do [ -z "$(supervisor "$one")" ] || return 0; done; return 1; }

start_service() {
  local name=$1 log=$data/logs/$1.log
  mkdir -p "$data/services" "$data/logs"; rotate "$log"
  (
    # Secrets go by the environment: a command line can be seen by everybody.
    ConnectionStrings__RabbitMq=$("$root/deploy/local/rabbitmq" url "$data/rabbitmq" "$BROKER_PORT" "$name"); export ConnectionStrings__RabbitMq
    if [ "$name" != extraction ]; then # it keeps no state
      ConnectionStrings__Postgres=$("$root/deploy/local/postgres" url "$data/postgres" "$POSTGRES_PORT" "$name"); export ConnectionStrings__Postgres
    fi
    [ -z "${keys:-}" ] || load_keys
    # The explicit choice to do without keys on this machine, unless somebody has configured who may.
    configured || export Access__Keyless=true
    export PublicUrls__ReadApi="http://127.0.0.1:$READ_PORT" ASPNETCORE_URLS
    export WebConsole__Ingest="http://127.0.0.1:$INGEST_PORT" WebConsole__Extraction="http://127.0.0.1:$EXTRACTION_PORT"
    ASPNETCORE_URLS="http://127.0.0.1:$(service_port "$name")"
    export DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0 DOTNET_CLI_TELEMETRY_OPTOUT=1
    cd "$root/services/$name" || exit
    detached "$log" "$root/deploy/local/supervise" "$name" "$data/services" dotnet "$(service_dll "$name")"
  )
}

load_keys() { # the settings of the file, and nothing else of it
  local key value
  while IFS='=' read -r key value; do
    if [[ $key =~ ^(Access|Authentication)__[A-Za-z0-9_]+$ ]]; then export "$key=$value"; fi
  done <"$keys"
}

configured() { compgen -e | grep -qE '^(Access|Authentication)__'; }
with_keys() ( [ -z "${keys:-}" ] || load_keys; configured )
# Tells apart whom services let in: by the settings that start_service gives them.
access_sum() ( [ -z "${keys:-}" ] || load_keys; env | { grep -E '^(Access|Authentication)__' || true; } | LC_ALL=C sort | cksum )

make_schemas() { # as their owner; the services' own roles may not
  local one
  for one in ingest projection; do
    ConnectionStrings__Postgres=$("$root/deploy/local/postgres" url "$data/postgres" "$POSTGRES_PORT" owner) dotnet "$(service_dll "$one")" migrate || die "the schema of $one could not be made"
  done
}

stop_services() {
  local one pid children=() supervisors=()
  for one in "${names[@]}"; do
    pid=$(cat "$data/services/$one.pid" 2>/dev/null || true)
    if is_process "$pid" "$(service_dll "$one")"; then children+=("$pid"); fi
    pid=$(supervisor "$one")
    if [ -n "$pid" ]; then supervisors+=("$pid"); fi
  done
  for pid in ${supervisors[@]+"${supervisors[@]}"} ${children[@]+"${children[@]}"}; do kill "$pid" 2>/dev/null || true; done
  for pid in ${children[@]+"${children[@]}"}; do
    wait_for 35 gone "$pid" || { say "pid $pid does not end; killing it"; kill -9 "$pid" 2>/dev/null || true; }
  done
  for pid in ${supervisors[@]+"${supervisors[@]}"}; do wait_for 5 gone "$pid" || kill -9 "$pid" 2>/dev/null || true; done
  rm -f "$data"/services/*.pid "$data"/services/*.supervisor
}

stop_all() {
  stop_services
  "$root/deploy/local/rabbitmq" stop "$data/rabbitmq" "$BROKER_PORT" || true
  "$root/deploy/local/postgres" stop "$data/postgres" "$POSTGRES_PORT" || true
}

# http_status PORT PATH: the status code of a GET on 127.0.0.1, or 000.
http_status() {
  local line=''
  { exec 4<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || { echo 000; return; }
  printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$2" >&4 2>/dev/null || true
  read -r -t 5 line <&4 || true
  exec 4>&-
  line=${line#* }; echo "${line:0:3}"
}
service_ready() { [ "$(http_status "$(service_port "$1")" /health/ready)" = 200 ]; }
