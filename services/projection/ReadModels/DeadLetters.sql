
-- Messages that could not be taken in, each by itself, kept with the reason.
create table if not exists {schema}.dead_letter (
    id       uuid        not null,
    endpoint text        not null,
    reason   text        not null,
    body     bytea       not null,
    headers  jsonb       not null,
    at       timestamptz not null,
    constraint pk_dead_letter primary key (id)
);
