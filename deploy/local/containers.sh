# shellcheck shell=bash
# Sourced by postgres and rabbitmq: the same instance as a Docker container, where its binaries are missing but Docker answers.
# Expects: dir, port, me, container (its name, and the name of the volume that keeps its data).

# in_container BINARIES: whether this instance is a container: the one in DIR was made as one, or nothing is installed and Docker answers.
# LOCAL_ENGINE=docker asks for a container though the binaries are there.
in_container() {
  [ ! -e "$dir/container.env" ] || return 0
  [ ! -e "$dir/password" ] || return 1
  { [ -z "$1" ] || [ "${LOCAL_ENGINE:-}" = docker ]; } && docker_answers
}
container_name() { echo "platform-$me-$(printf %s "$dir" | cksum | cut -d' ' -f1)"; }
docker_answers() { have docker && docker info >/dev/null 2>&1; }

container_state() { local state; state=$(docker container inspect -f '{{.State.Status}}' "$container" 2>/dev/null) || state=none; echo "$state"; }
container_ready() { docker exec "$container" bash -c "$1" >/dev/null 2>&1; }

# container ACTION READY RUN-ARGUMENTS...: READY is the shell command that succeeds in the container once it serves.
container() {
  local action=$1 ready=$2 state; shift 2
  state=$(container_state)
  case $action in
    start)
      if [ "$state" = running ]; then
        [ "$(cat "$dir/port")" = "$port" ] || die "the one in $dir runs on port $(cat "$dir/port"), not $port; stop it first"
      else
        need_free "$port" "$me"
        # A container keeps the ports it was made with; the volume keeps the data.
        if [ "$state" != none ] && [ "$(cat "$dir/port" 2>/dev/null)" != "$port" ]; then docker rm "$container" >/dev/null; state=none; fi
        echo "$port" >"$dir/port"
        say "$me: starting as the container $container"
        # The secrets go by a file: the command line can be seen by everybody.
        if [ "$state" = none ]; then docker run -d --name "$container" --env-file "$dir/container.env" "$@" >/dev/null
        else docker start "$container" >/dev/null; fi
      fi
      wait_for 90 container_ready "$ready" || { docker logs --tail 20 "$container" >&2; die "the container $container does not answer"; } ;;
    stop) [ "$state" != running ] || docker stop -t 20 "$container" >/dev/null ;;
    kill) [ "$state" != running ] || docker kill "$container" >/dev/null ;;
    restart) container stop "$ready"; container start "$ready" "$@" ;;
    status) if [ "$state" = running ]; then echo "running on port $(cat "$dir/port"), container $container"; else echo stopped; exit 3; fi ;;
    remove) docker rm -f -v "$container" >/dev/null 2>&1 || true; docker volume rm "$container" >/dev/null 2>&1 || true
      rm -f "$dir/container.env" "$dir/password" "$dir/port" ;;
    *) die "unknown action $action" ;;
  esac
}
