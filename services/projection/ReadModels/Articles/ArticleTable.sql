
-- One row an article, in two halves that come in any order: what ingest's log says of it, and what was read in it.
create table if not exists {schema}.article (
    id                 uuid        not null,
    revision           int         null,
    seq_id             bigint      null,
    title              text        null,
    url                text        null,
    outlet             text        null,
    source             text        null,
    external_id        text        null,
    language           text        null,
    tags               text        null,
    published_at       timestamptz null,
    received_at        timestamptz null,
    trace_id           text        null,
    extracted_revision int         null,
    extractor          text        null,
    extracted_at       timestamptz null,
    reports            int         null,
    aggregates         jsonb       null,
    pending            boolean     not null generated always as (revision is not null and extracted_revision is distinct from revision) stored,
    constraint pk_article primary key (id)
);
-- Few rows at any time: the articles on their way.
create index if not exists article_pending on {schema}.article (received_at) where pending;
-- The orders of GET /articles, and the filters that leave few.
create index if not exists article_by_receipt on {schema}.article (received_at desc, id desc);
create index if not exists article_by_publishing on {schema}.article (coalesce(published_at, received_at) desc, id desc);
create index if not exists article_by_outlet on {schema}.article (lower(outlet), received_at desc, id desc);
-- Few articles are revised; as of an earlier time they are looked up in ingest's log.
create index if not exists article_revised on {schema}.article (received_at) where revision > 1;
