-- The roles of the platform, run as administrator in the database "platform"; can be run again, and then sets the passwords anew.
-- platform_owner makes and changes tables (Ingest.dll migrate, Projection.dll migrate and rebuild) and is used by no running service;
-- what the services' roles may do there is in services/shared/EventStore/Grants.sql. Passwords come from the environment:
--   OWNER_PASSWORD, INGEST_PASSWORD, PROJECTION_PASSWORD
\set ON_ERROR_STOP on
\set owner `printf %s "$OWNER_PASSWORD"`
\set ingest `printf %s "$INGEST_PASSWORD"`
\set projection `printf %s "$PROJECTION_PASSWORD"`
set log_min_error_statement = panic; -- no statement with a password goes to the server's log
set client_min_messages = warning;
do $$
declare name text;
begin
    foreach name in array array['platform_owner', 'platform_ingest', 'platform_projection'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I', name);
        end if;
        execute format('alter role %I login nosuperuser nocreatedb nocreaterole noreplication', name);
    end loop;
end $$;
alter role platform_owner password :'owner';
alter role platform_ingest password :'ingest';
alter role platform_projection password :'projection';

alter database platform owner to platform_owner;
revoke all on database platform from public;
grant connect on database platform to platform_ingest, platform_projection;

-- What an earlier version made as administrator goes to the owner; tables take their sequences and indexes along. What is the owner's already is
-- left alone: this runs at every start, and "alter table" waits for whoever reads the table, with all others behind it.
do $$
declare
    statement text;
    platform_owner oid := (select oid from pg_roles where rolname = 'platform_owner');
begin
    for statement in
        select format('alter schema %I owner to platform_owner', nspname) from pg_namespace where nspname in ('ingest', 'incidents', 'incidents_rebuild') and nspowner <> platform_owner
        union all
        select format('alter table %s owner to platform_owner', c.oid::regclass) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('ingest', 'incidents', 'incidents_rebuild') and c.relkind = 'r' and c.relowner <> platform_owner
        union all
        select format('alter %s %s owner to platform_owner', case when p.prokind = 'a' then 'aggregate' else 'function' end, p.oid::regprocedure)
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('ingest', 'incidents', 'incidents_rebuild') and p.proowner <> platform_owner
    loop
        execute statement;
    end loop;
end $$;
