-- Streams of readings are called as Marten calls them, after the type in snake_case; release 0.1.0 wrote "articlereading".
update {schema}.mt_streams set type = 'article_reading' where type = 'articlereading';
