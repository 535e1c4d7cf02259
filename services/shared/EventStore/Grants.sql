-- What the services' roles may do in a schema; nothing where there are no such roles (deploy/access/roles.sql makes them).
do $$
declare reader text;
begin
    if exists (select from pg_roles where rolname = '{writer}') then
        grant usage on schema {schema} to {writer};
        grant select, insert, update, delete on all tables in schema {schema} to {writer};
        grant usage on all sequences in schema {schema} to {writer};
        grant execute on all functions in schema {schema} to {writer};
        -- The log only grows, whatever a service is made to do.
        revoke update, delete on {schema}.mt_events from {writer};
        -- Events go with their stream (on delete cascade), and a cascade asks nobody's leave.
        revoke delete on {schema}.mt_streams from {writer};
        revoke insert, update, delete on {schema}.schema_script, {schema}.migration from {writer};
    end if;
    for reader in select rolname from pg_roles where rolname = any(string_to_array('{readers}', ',')) loop
        execute format('grant usage on schema {schema} to %I', reader);
        execute format('grant select on all tables in schema {schema} to %I', reader);
    end loop;
end $$;
