
-- Messages that could not be taken in, from every queue, kept until a person decides. An older version kept less of them.
create table if not exists {schema}.dead_letter (
    id       uuid        not null,
    queue    text        not null,
    reason   text        not null,
    body     bytea       not null,
    headers  jsonb       not null,
    at       timestamptz not null,
    constraint pk_dead_letter primary key (id)
);

do $$
begin
    if exists (select from information_schema.columns where table_schema = '{schema}' and table_name = 'dead_letter' and column_name = 'endpoint') then
        alter table {schema}.dead_letter rename column endpoint to queue;
    end if;
    if not exists (select from information_schema.columns where table_schema = '{schema}' and table_name = 'dead_letter' and column_name = 'state') then
        alter table {schema}.dead_letter
            add column kind         text        not null default 'refused',
            add column message_id   text        null,
            add column message_type text        null,
            add column exception    text        null,
            add column properties   jsonb       not null default '{}',
            add column trace_id     text        null,
            add column state        text        not null default 'waiting',
            -- How often it was sent to its queue again.
            add column replays      int         not null default 0;
        create index ix_dead_letter_at on {schema}.dead_letter (at desc, id desc);
        create index ix_dead_letter_waiting on {schema}.dead_letter (at desc, id desc) where state = 'waiting';
    end if;
end $$;
create index if not exists ix_dead_letter_message on {schema}.dead_letter (message_id);

-- What happened to each: it died, somebody replayed or discarded it and said why.
create table if not exists {schema}.dead_letter_action (
    dead_letter_id uuid        not null,
    number         bigint      not null generated always as identity,
    action         text        not null,
    actor          text        null,
    reason         text        not null,
    at             timestamptz not null,
    constraint pk_dead_letter_action primary key (dead_letter_id, number),
    constraint fk_dead_letter_action foreign key (dead_letter_id) references {schema}.dead_letter (id) on delete cascade
);
