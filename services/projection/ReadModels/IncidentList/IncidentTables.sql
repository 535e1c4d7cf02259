
-- What incidents are listed and filtered by; the incident itself is the snapshot mt_doc_incident.
create table if not exists {schema}.incident_list (
    id         uuid        not null,
    status     text        not null,
    event_type text        not null,
    country    text        null,
    date_start date        null,
    date_end   date        null,
    -- An incident without a date stands where it became known.
    sort_date  date        not null,
    changed_at timestamptz not null,
    constraint pk_incident_list primary key (id)
);
create index if not exists incident_list_newest on {schema}.incident_list (sort_date desc, id desc) where status = 'open';
create index if not exists incident_list_type on {schema}.incident_list (event_type, sort_date desc, id desc) where status = 'open';
create index if not exists incident_list_country on {schema}.incident_list (country, sort_date desc, id desc) where status = 'open';

-- Which report is part of which incident; a report is part of one at most.
create table if not exists {schema}.incident_report (
    report_id   uuid not null,
    incident_id uuid not null,
    article_id  uuid not null,
    ordinal     int  not null,
    constraint pk_incident_report primary key (report_id)
);
create index if not exists incident_report_incident on {schema}.incident_report (incident_id);
create index if not exists incident_report_article on {schema}.incident_report (article_id);
