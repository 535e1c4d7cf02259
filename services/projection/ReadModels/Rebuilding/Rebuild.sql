
-- Rebuilds that run or ran, with how far they are; the last row of a rebuild that was killed stays "building".
create table if not exists {schema}.rebuild (
    started_at   timestamptz not null,
    models       text[]      not null,
    -- building, indexing, catching_up, done, failed
    state        text        not null,
    events_total bigint      not null,
    events_done  bigint      not null,
    -- What this run has done of them, and in how many seconds: a run that goes on after a kill does not begin at 0.
    run_events   bigint      not null,
    run_seconds  float8      not null,
    updated_at   timestamptz not null,
    constraint pk_rebuild primary key (started_at)
);
