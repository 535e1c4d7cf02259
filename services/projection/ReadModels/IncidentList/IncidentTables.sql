
-- What incidents are listed, filtered, sorted and searched by; the incident itself is the snapshot mt_doc_incident.
create table if not exists {schema}.incident_list (
    id             uuid        not null,
    version        bigint      not null,
    status         text        not null,
    event_type     text        not null,
    country        text        null,
    admin1         text        null,
    place          text        null,
    lat            float8      null,
    lon            float8      null,
    precision      text        null,
    date_start     date        null,
    date_end       date        null,
    date_precision text        null,
    -- An incident without a date stands where it became known.
    sort_date      date        not null,
    -- The best figures; null when there is no number, killed_max also when it is "at least".
    killed_min     int         null,
    killed_max     int         null,
    wounded_min    int         null,
    wounded_max    int         null,
    confidence     float8      not null,
    outlets        int         not null,
    first_reported timestamptz null,
    last_reported  timestamptz null,
    opened_at      timestamptz not null,
    changed_at     timestamptz not null,
    title          text        null,
    perpetrators   text[]      not null,
    weapons        text[]      not null,
    outlet_names   text[]      not null,
    -- Everything one can filter by that an inverted index can look up, see IncidentKeys.
    keys           text[]      not null,
    -- The articles whose texts are searched, with the revisions that were read.
    texts          uuid[]      not null,
    revisions      int[]       not null,
    -- Titles, names and evidence, searched with the texts.
    words          text        not null,
    search         tsvector    not null,
    -- True while a text of texts has not come from ingest's log.
    awaits         boolean     not null,
    constraint pk_incident_list primary key (id)
);

-- Rows as they were: moved here when the incident changes, and never changed again but for texts that come late.
create table if not exists {schema}.incident_list_history (
    like {schema}.incident_list,
    -- True from changed_at until here, exclusive.
    valid_to       timestamptz not null,
    constraint pk_incident_list_history primary key (id, version)
);

-- What no order's index could carry whole: two bits for each key of a division, perpetrator, stance, weapon and outlet (IncidentSignature.cs takes the same).
-- A trigger sets them, whichever release writes, and null stands for rows written before there were any. The functions lie in the live schema also for tables
-- that a rebuild makes beside, whose own schema goes when they are done.
do $$
begin
    if to_regprocedure('{live}.signature(text[])') is null then
        create function {live}.signature(keys text[]) returns bigint language plpgsql immutable strict parallel safe as $body$
        declare
            key text;
            hash bytea;
            bits bigint := 0;
        begin
            foreach key in array keys loop
                if left(key, 2) in ('a:', 'p:', 'q:', 'r:', 'w:', 'o:') then
                    hash := sha256(convert_to(key, 'UTF8'));
                    bits := bits | (1::bigint << (get_byte(hash, 0) & 63)) | (1::bigint << (get_byte(hash, 1) & 63));
                end if;
            end loop;
            return bits;
        end $body$;
        create function {live}.sign_incident() returns trigger language plpgsql as $body$
        begin
            new.signature := {live}.signature(new.keys);
            return new;
        end $body$;
    end if;
    if not exists (select from information_schema.columns where table_schema = '{schema}' and table_name = 'incident_list' and column_name = 'signature') then
        alter table {schema}.incident_list add column signature bigint null;
    end if;
    if not exists (select from pg_trigger where tgrelid = '{schema}.incident_list'::regclass and tgname = 'sign') then
        create trigger sign before insert or update of keys on {schema}.incident_list for each row execute function {live}.sign_incident();
    end if;
end $$;

-- The orders of GET /incidents. Few rows are neither open nor confirmed, so all are in. Each carries what most filters ask (FilterSql.Covered):
-- thousands that do not fit are passed in the index alone, where their rows lie all over the table.
create index if not exists incident_list_signed_by_date on {schema}.incident_list (sort_date desc, id desc)
    include (status, event_type, country, lat, lon, date_start, date_end, killed_min, killed_max, wounded_min, wounded_max, confidence, changed_at, signature);
create index if not exists incident_list_signed_by_change on {schema}.incident_list (changed_at desc, id desc)
    include (status, event_type, country, lat, lon, date_start, date_end, killed_min, killed_max, wounded_min, wounded_max, confidence, signature);
create index if not exists incident_list_signed_by_report on {schema}.incident_list (coalesce(last_reported, opened_at) desc, id desc)
    include (status, event_type, country, lat, lon, date_start, date_end, killed_min, killed_max, wounded_min, wounded_max, confidence, changed_at, last_reported, opened_at, signature);
create index if not exists incident_list_signed_by_killed on {schema}.incident_list (coalesce(killed_min, -1) desc, id desc)
    include (status, event_type, country, lat, lon, date_start, date_end, killed_min, killed_max, wounded_min, wounded_max, confidence, changed_at, signature);
create index if not exists incident_list_signed_by_wounded on {schema}.incident_list (coalesce(wounded_min, -1) desc, id desc)
    include (status, event_type, country, lat, lon, date_start, date_end, killed_min, killed_max, wounded_min, wounded_max, confidence, changed_at, signature);
create index if not exists incident_list_signed_by_confidence on {schema}.incident_list (confidence desc, id desc)
    include (status, event_type, country, lat, lon, date_start, date_end, killed_min, killed_max, wounded_min, wounded_max, changed_at, signature);
-- The index alone answers for pages that VACUUM has seen, so it comes sooner than after a fifth of the table.
alter table {schema}.incident_list set (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_vacuum_scale_factor = 0.05);
-- The pending list is read with every search, so it is cleared every second (SearchIndexUpkeep); this is for when that is not enough.
create index if not exists incident_list_words on {schema}.incident_list using gin (search, keys) with (gin_pending_list_limit = 4096);
create index if not exists incident_list_awaits on {schema}.incident_list using gin (texts) where awaits;

create index if not exists incident_list_history_by_date on {schema}.incident_list_history (sort_date desc, id desc);
-- Few incidents are listed under a day later than that of their last change; with these found apart, a list as of a time begins at that time's day.
create index if not exists incident_list_ahead on {schema}.incident_list (sort_date desc, id desc) where sort_date > (changed_at at time zone 'UTC')::date;
create index if not exists incident_list_history_ahead on {schema}.incident_list_history (sort_date desc, id desc) where sort_date > (changed_at at time zone 'UTC')::date;
create index if not exists incident_list_history_by_end on {schema}.incident_list_history (valid_to);
create index if not exists incident_list_history_words on {schema}.incident_list_history using gin (search, keys) with (gin_pending_list_limit = 4096);
create index if not exists incident_list_history_awaits on {schema}.incident_list_history using gin (texts) where awaits;

-- Sorts new words into the indexes. Only their owner may, so it runs as the owner, for whoever may call it (Grants.sql).
create or replace function {schema}.sort_new_words() returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
    select gin_clean_pending_list(c.oid) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = '{schema}' and c.relname in ('incident_list_words', 'incident_list_history_words', 'article_text_words')
$$;
revoke all on function {schema}.sort_new_words() from public;

-- Which report is part of which incident; a report is part of one at most.
create table if not exists {schema}.incident_report (
    report_id   uuid not null,
    incident_id uuid not null,
    article_id  uuid not null,
    ordinal     int  not null,
    constraint pk_incident_report primary key (incident_id, report_id)
);
create index if not exists incident_report_article on {schema}.incident_report (article_id);
