
-- Articles that were read again, by the request that asked for it.
create table if not exists {schema}.extraction_article (
    request_id   uuid        not null,
    article_id   uuid        not null,
    revision     int         not null,
    extractor    text        not null,
    extracted_at timestamptz not null,
    constraint pk_extraction_article primary key (request_id, article_id)
);

-- What that made of their reports; report_id is the later report, or the earlier one that is gone.
create table if not exists {schema}.extraction_difference (
    request_id  uuid   not null,
    article_id  uuid   not null,
    report_id   uuid   not null,
    change      text   not null,
    incident_id uuid   not null,
    difference  jsonb  not null,
    constraint pk_extraction_difference primary key (request_id, article_id, report_id)
);
create index if not exists extraction_difference_change on {schema}.extraction_difference (request_id, change, article_id, report_id);
