
-- What linking reads: each report with its features, and the keys it is found under. A report is part of one incident at most.
create table if not exists {schema}.report_link (
    report_id   uuid  not null,
    incident_id uuid  not null,
    article_id  uuid  not null,
    ordinal     int   not null,
    revision    int   not null,
    extractor   text  not null,
    features    jsonb not null,
    constraint pk_report_link primary key (report_id)
);
-- "add column if not exists" locks the table against everybody also where the column is there.
do $$
begin
    if not exists (select from information_schema.columns where table_schema = '{schema}' and table_name = 'report_link' and column_name = 'gone') then
        -- A report that its article tells no more, of an incident that a person spoke of: linking remembers that it belongs there, for when it is told again.
        alter table {schema}.report_link add column gone boolean not null default false;
    end if;
    if not exists (select from information_schema.columns where table_schema = '{schema}' and table_name = 'report_link' and column_name = 'merged_from') then
        -- Of such a report: the incident it was of before that one was merged, which gets it back when the merge is taken back.
        alter table {schema}.report_link add column merged_from uuid;
    end if;
end $$;
create index if not exists report_link_gone on {schema}.report_link (incident_id) where gone;
create index if not exists report_link_incident on {schema}.report_link (incident_id);
create index if not exists report_link_article on {schema}.report_link (article_id);

create table if not exists {schema}.report_key (
    key       bigint not null,
    report_id uuid   not null,
    constraint pk_report_key primary key (key, report_id)
);
create index if not exists report_key_report on {schema}.report_key (report_id);

-- What linking must respect: what persons said of an incident.
create table if not exists {schema}.incident_mark (
    id         uuid    not null,
    status     text    not null,
    fixed      boolean not null,
    kept_apart uuid[]  not null,
    constraint pk_incident_mark primary key (id)
);
do $$
begin
    if not exists (select from information_schema.columns where table_schema = '{schema}' and table_name = 'incident_mark' and column_name = 'absorbed') then
        alter table {schema}.incident_mark add column absorbed uuid[] not null default '{}';
    end if;
end $$;

-- Pairs of incidents that may be one event, for a person to decide; the smaller id first. Those of a rejected incident stay, for when it is reopened.
create table if not exists {schema}.possible_duplicate (
    incident_id uuid             not null,
    other_id    uuid             not null,
    score       double precision not null,
    reasons     jsonb            not null,
    found_at    timestamptz      not null,
    constraint pk_possible_duplicate primary key (incident_id, other_id)
);
create index if not exists possible_duplicate_score on {schema}.possible_duplicate (score desc, incident_id, other_id);
create index if not exists possible_duplicate_other on {schema}.possible_duplicate (other_id);

-- Pairs as they were: moved here when a pair is found anew, decided or falls with an incident, and never changed again.
create table if not exists {schema}.possible_duplicate_history (
    like {schema}.possible_duplicate,
    -- True from found_at until here, exclusive.
    valid_to    timestamptz      not null,
    constraint pk_possible_duplicate_history primary key (incident_id, other_id, found_at)
);
create index if not exists possible_duplicate_history_score on {schema}.possible_duplicate_history (score desc, incident_id, other_id);
create index if not exists possible_duplicate_history_other on {schema}.possible_duplicate_history (other_id);
