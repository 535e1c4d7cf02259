
-- How many incidents of a status have which value, for the facets of the whole list; '' counts those without any.
create table if not exists {schema}.incident_count (
    status    text   not null,
    facet     text   not null,
    value     text   not null,
    incidents bigint not null,
    constraint pk_incident_count primary key (status, facet, value)
) with (fillfactor = 50);
-- Counted from the first incident on. Without this row the table came to a list that was there: it waits for a rebuild, and nobody reads it.
insert into {schema}.incident_count select '', 'whole', '', 1 where not exists (select from {schema}.incident_list) on conflict do nothing;
