
-- What each trace comes to so far, for lists and for forgetting; a row a trace.
create table if not exists {schema}.trace (
    id         uuid        not null, -- W3C trace id
    article_id uuid        null,
    started_at timestamptz not null, -- begin of its first span
    ended_at   timestamptz not null, -- end of its last span
    done_at    timestamptz null,     -- end of the last commit of a report
    failed_at  timestamptz null,     -- end of the last span that failed
    constraint pk_trace primary key (id)
);
create index if not exists trace_by_start on {schema}.trace (started_at);
create index if not exists trace_failed on {schema}.trace (failed_at desc, id desc) where failed_at is not null;
create index if not exists trace_of_article on {schema}.trace (article_id, started_at desc) where article_id is not null;

-- Spans, whichever service they are of. Not partitioned by day: the projection may make no tables, and deleting by trace is cheap at the bounded rate.
create table if not exists {schema}.trace_span (
    trace_id   uuid        not null,
    span_id    bigint      not null,
    parent_id  bigint      null,
    service    text        not null,
    name       text        not null,
    kind       smallint    not null,
    started_at timestamptz not null,
    duration   bigint      not null, -- microseconds
    error      text        null,
    retry      int         not null,
    details    jsonb       not null, -- attributes, links, moments
    constraint pk_trace_span primary key (trace_id, span_id)
);
