
-- Webhooks: who is told what, and what is still to be delivered to whom. No read model: these tables do not follow from the log alone.
create table if not exists {schema}.webhook (
    id              uuid        not null,
    url             text        not null,
    filter          text        not null,
    description     text        null,
    secret          text        not null,
    former_secret   text        null,
    former_until    timestamptz null,
    enabled         boolean     not null,
    disabled_reason text        null,
    -- What lies up to here in the log happened before it was there.
    position        bigint      not null,
    created_at      timestamptz not null,
    constraint pk_webhook primary key (id)
);

-- The body once for all receivers, and the same to the byte in every attempt.
create table if not exists {schema}.webhook_message (
    id          uuid        not null,
    position    bigint      not null,
    type        text        not null,
    body        bytea       not null,
    traceparent text        null,
    at          timestamptz not null,
    constraint pk_webhook_message primary key (id)
);

create table if not exists {schema}.webhook_delivery (
    webhook_id uuid        not null,
    message_id uuid        not null,
    position   bigint      not null,
    status     text        not null,
    due_at     timestamptz not null,
    -- Since it was planned or asked for again; the log has all.
    attempts   int         not null,
    log        jsonb       not null,
    last_at    timestamptz null,
    constraint pk_webhook_delivery primary key (webhook_id, message_id),
    constraint fk_webhook_delivery_webhook foreign key (webhook_id) references {schema}.webhook on delete cascade,
    constraint fk_webhook_delivery_message foreign key (message_id) references {schema}.webhook_message
);
create index if not exists webhook_delivery_due on {schema}.webhook_delivery (webhook_id, due_at) where status = 'pending';
create index if not exists webhook_delivery_position on {schema}.webhook_delivery (webhook_id, position);
create index if not exists webhook_delivery_message on {schema}.webhook_delivery (message_id);
-- Old ones are forgotten some hundred at a time, without a look at the others.
create index if not exists webhook_delivery_finished on {schema}.webhook_delivery (last_at) where status <> 'pending';
create index if not exists webhook_message_at on {schema}.webhook_message (at, id);
