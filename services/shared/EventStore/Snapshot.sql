-- The snapshot table of one aggregate, as Marten 9 lays it out.
create table if not exists {schema}.mt_doc_{name} (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default transaction_timestamp(),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_{name}_id primary key (id)
);
-- A snapshot of usual size lies with its row rather than beside it: a page of fifty reads a page of the table for each, not three or four.
alter table {schema}.mt_doc_{name} set (toast_tuple_target = 8160);
