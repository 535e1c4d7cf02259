-- The tables of one event store, as Marten 9 lays them out: a database filled by this adapter is continued by
-- Marten's and the other way round. Every statement can be run again. {schema} is replaced by the schema's name.
create schema if not exists {schema};

create sequence if not exists {schema}.mt_events_sequence;

create table if not exists {schema}.mt_streams (
    id          uuid        not null,
    type        varchar     null,
    version     bigint      null,
    timestamp   timestamptz not null default now(),
    created     timestamptz not null default now(),
    tenant_id   varchar     null default '*DEFAULT*',
    is_archived boolean     null default false,
    constraint pkey_mt_streams_id primary key (id)
);

create table if not exists {schema}.mt_events (
    seq_id         bigint       not null,
    id             uuid         not null,
    stream_id      uuid         null,
    version        bigint       not null,
    data           jsonb        not null,
    bdata          bytea        null,
    type           varchar(500) not null,
    timestamp      timestamptz  not null default now(),
    tenant_id      varchar      null default '*DEFAULT*',
    mt_dotnet_type varchar      null,
    correlation_id varchar      null,
    causation_id   varchar      null,
    headers        jsonb        null,
    is_archived    boolean      null default false,
    constraint pkey_mt_events_seq_id primary key (seq_id),
    constraint fkey_mt_events_stream_id foreign key (stream_id) references {schema}.mt_streams (id) on delete cascade
);

create unique index if not exists pk_mt_events_stream_and_version on {schema}.mt_events (stream_id, version);
alter sequence {schema}.mt_events_sequence owned by {schema}.mt_events.seq_id;

create table if not exists {schema}.mt_event_progression (
    name         varchar     not null,
    last_seq_id  bigint      null,
    last_updated timestamptz null default transaction_timestamp(),
    constraint pk_mt_event_progression primary key (name)
);

-- Keys of requests and messages whose effect is in the store, written in the transaction of that effect.
create table if not exists {schema}.inbox (
    key   text        not null,
    value jsonb       null,
    at    timestamptz not null,
    constraint pk_inbox primary key (key)
);

-- Which numbered changes (Migrations/) were made.
create table if not exists {schema}.migration (
    number int         not null,
    at     timestamptz not null default now(),
    constraint pk_migration primary key (number)
);
