
-- The words of every revision of every article, as the search over incidents takes them.
create table if not exists {schema}.article_text (
    article_id uuid     not null,
    revision   int      not null,
    words      tsvector not null,
    constraint pk_article_text primary key (article_id, revision)
);
-- The search over articles. As with incident_list_words, new words wait to be sorted in.
create index if not exists article_text_words on {schema}.article_text using gin (words) with (gin_pending_list_limit = 4096);

-- The same of the articles that are being taken in: made before the writer lock is taken, and of no use after it is given back.
create unlogged table if not exists {schema}.article_text_ahead (
    article_id uuid     not null,
    revision   int      not null,
    words      tsvector not null
);

-- One after the other while they fit into a tsvector (1 MB); what is beyond is not searched.
create or replace function {schema}.add_words(words tsvector, more tsvector) returns tsvector language sql immutable strict as
$$ select case when pg_column_size(words || ''::tsvector) + pg_column_size(more || ''::tsvector) < 1000000 then words || more else words end $$;
create or replace aggregate {schema}.add_words(tsvector) (sfunc = {schema}.add_words, stype = tsvector, initcond = '');
