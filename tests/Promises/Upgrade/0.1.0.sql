-- The database of release 0.1.0 (commit 5fde0f8), made by tests/Promises/Upgrade/make.py. Never edited: it is what users of that release have.
--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: incidents; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA incidents;


--
-- Name: ingest; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA ingest;


--
-- Name: add_words(tsvector, tsvector); Type: FUNCTION; Schema: incidents; Owner: -
--

CREATE FUNCTION incidents.add_words(words tsvector, more tsvector) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT
    AS $$ select case when pg_column_size(words || ''::tsvector) + pg_column_size(more || ''::tsvector) < 1000000 then words || more else words end $$;


--
-- Name: add_words(tsvector); Type: AGGREGATE; Schema: incidents; Owner: -
--

CREATE AGGREGATE incidents.add_words(tsvector) (
    SFUNC = incidents.add_words,
    STYPE = tsvector,
    INITCOND = ''
);


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: article; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.article (
    id uuid NOT NULL,
    revision integer,
    seq_id bigint,
    title text,
    url text,
    outlet text,
    source text,
    external_id text,
    language text,
    tags text,
    published_at timestamp with time zone,
    received_at timestamp with time zone,
    trace_id text,
    extracted_revision integer,
    extractor text,
    extracted_at timestamp with time zone,
    reports integer,
    aggregates jsonb,
    pending boolean GENERATED ALWAYS AS (((revision IS NOT NULL) AND (extracted_revision IS DISTINCT FROM revision))) STORED NOT NULL
);


--
-- Name: article_text; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.article_text (
    article_id uuid NOT NULL,
    revision integer NOT NULL,
    words tsvector NOT NULL
);


--
-- Name: article_text_ahead; Type: TABLE; Schema: incidents; Owner: -
--

CREATE UNLOGGED TABLE incidents.article_text_ahead (
    article_id uuid NOT NULL,
    revision integer NOT NULL,
    words tsvector NOT NULL
);


--
-- Name: dead_letter; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.dead_letter (
    id uuid NOT NULL,
    endpoint text NOT NULL,
    reason text NOT NULL,
    body bytea NOT NULL,
    headers jsonb NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: extraction_article; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.extraction_article (
    request_id uuid NOT NULL,
    article_id uuid NOT NULL,
    revision integer NOT NULL,
    extractor text NOT NULL,
    extracted_at timestamp with time zone NOT NULL
);


--
-- Name: extraction_difference; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.extraction_difference (
    request_id uuid NOT NULL,
    article_id uuid NOT NULL,
    report_id uuid NOT NULL,
    change text NOT NULL,
    incident_id uuid NOT NULL,
    difference jsonb NOT NULL
);


--
-- Name: inbox; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.inbox (
    key text NOT NULL,
    value jsonb,
    at timestamp with time zone NOT NULL
);


--
-- Name: incident_list; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.incident_list (
    id uuid NOT NULL,
    version bigint NOT NULL,
    status text NOT NULL,
    event_type text NOT NULL,
    country text,
    admin1 text,
    place text,
    lat double precision,
    lon double precision,
    "precision" text,
    date_start date,
    date_end date,
    date_precision text,
    sort_date date NOT NULL,
    killed_min integer,
    killed_max integer,
    wounded_min integer,
    wounded_max integer,
    confidence double precision NOT NULL,
    outlets integer NOT NULL,
    first_reported timestamp with time zone,
    last_reported timestamp with time zone,
    opened_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    title text,
    perpetrators text[] NOT NULL,
    weapons text[] NOT NULL,
    outlet_names text[] NOT NULL,
    keys text[] NOT NULL,
    texts uuid[] NOT NULL,
    revisions integer[] NOT NULL,
    words text NOT NULL,
    search tsvector NOT NULL,
    awaits boolean NOT NULL
);


--
-- Name: incident_list_history; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.incident_list_history (
    id uuid NOT NULL,
    version bigint NOT NULL,
    status text NOT NULL,
    event_type text NOT NULL,
    country text,
    admin1 text,
    place text,
    lat double precision,
    lon double precision,
    "precision" text,
    date_start date,
    date_end date,
    date_precision text,
    sort_date date NOT NULL,
    killed_min integer,
    killed_max integer,
    wounded_min integer,
    wounded_max integer,
    confidence double precision NOT NULL,
    outlets integer NOT NULL,
    first_reported timestamp with time zone,
    last_reported timestamp with time zone,
    opened_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    title text,
    perpetrators text[] NOT NULL,
    weapons text[] NOT NULL,
    outlet_names text[] NOT NULL,
    keys text[] NOT NULL,
    texts uuid[] NOT NULL,
    revisions integer[] NOT NULL,
    words text NOT NULL,
    search tsvector NOT NULL,
    awaits boolean NOT NULL,
    valid_to timestamp with time zone NOT NULL
);


--
-- Name: incident_mark; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.incident_mark (
    id uuid NOT NULL,
    status text NOT NULL,
    fixed boolean NOT NULL,
    kept_apart uuid[] NOT NULL
);


--
-- Name: incident_report; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.incident_report (
    report_id uuid NOT NULL,
    incident_id uuid NOT NULL,
    article_id uuid NOT NULL,
    ordinal integer NOT NULL
);


--
-- Name: mt_doc_articlereading; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.mt_doc_articlereading (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL
);


--
-- Name: mt_doc_incident; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.mt_doc_incident (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL
);


--
-- Name: mt_event_progression; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.mt_event_progression (
    name character varying NOT NULL,
    last_seq_id bigint,
    last_updated timestamp with time zone DEFAULT transaction_timestamp()
);


--
-- Name: mt_events; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.mt_events (
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    stream_id uuid,
    version bigint NOT NULL,
    data jsonb NOT NULL,
    bdata bytea,
    type character varying(500) NOT NULL,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    mt_dotnet_type character varying,
    correlation_id character varying,
    causation_id character varying,
    headers jsonb,
    is_archived boolean DEFAULT false
);


--
-- Name: mt_events_sequence; Type: SEQUENCE; Schema: incidents; Owner: -
--

CREATE SEQUENCE incidents.mt_events_sequence
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: mt_events_sequence; Type: SEQUENCE OWNED BY; Schema: incidents; Owner: -
--

ALTER SEQUENCE incidents.mt_events_sequence OWNED BY incidents.mt_events.seq_id;


--
-- Name: mt_streams; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.mt_streams (
    id uuid NOT NULL,
    type character varying,
    version bigint,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    is_archived boolean DEFAULT false
);


--
-- Name: possible_duplicate; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.possible_duplicate (
    incident_id uuid NOT NULL,
    other_id uuid NOT NULL,
    score double precision NOT NULL,
    reasons jsonb NOT NULL,
    found_at timestamp with time zone NOT NULL
);


--
-- Name: rebuild; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.rebuild (
    started_at timestamp with time zone NOT NULL,
    models text[] NOT NULL,
    state text NOT NULL,
    events_total bigint NOT NULL,
    events_done bigint NOT NULL,
    run_events bigint NOT NULL,
    run_seconds double precision NOT NULL,
    updated_at timestamp with time zone NOT NULL
);


--
-- Name: report_key; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.report_key (
    key bigint NOT NULL,
    report_id uuid NOT NULL
);


--
-- Name: report_link; Type: TABLE; Schema: incidents; Owner: -
--

CREATE TABLE incidents.report_link (
    report_id uuid NOT NULL,
    incident_id uuid NOT NULL,
    article_id uuid NOT NULL,
    ordinal integer NOT NULL,
    revision integer NOT NULL,
    extractor text NOT NULL,
    features jsonb NOT NULL
);


--
-- Name: inbox; Type: TABLE; Schema: ingest; Owner: -
--

CREATE TABLE ingest.inbox (
    key text NOT NULL,
    value jsonb,
    at timestamp with time zone NOT NULL
);


--
-- Name: mt_doc_article; Type: TABLE; Schema: ingest; Owner: -
--

CREATE TABLE ingest.mt_doc_article (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL
);


--
-- Name: mt_event_progression; Type: TABLE; Schema: ingest; Owner: -
--

CREATE TABLE ingest.mt_event_progression (
    name character varying NOT NULL,
    last_seq_id bigint,
    last_updated timestamp with time zone DEFAULT transaction_timestamp()
);


--
-- Name: mt_events; Type: TABLE; Schema: ingest; Owner: -
--

CREATE TABLE ingest.mt_events (
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    stream_id uuid,
    version bigint NOT NULL,
    data jsonb NOT NULL,
    bdata bytea,
    type character varying(500) NOT NULL,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    mt_dotnet_type character varying,
    correlation_id character varying,
    causation_id character varying,
    headers jsonb,
    is_archived boolean DEFAULT false
);


--
-- Name: mt_events_sequence; Type: SEQUENCE; Schema: ingest; Owner: -
--

CREATE SEQUENCE ingest.mt_events_sequence
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: mt_events_sequence; Type: SEQUENCE OWNED BY; Schema: ingest; Owner: -
--

ALTER SEQUENCE ingest.mt_events_sequence OWNED BY ingest.mt_events.seq_id;


--
-- Name: mt_streams; Type: TABLE; Schema: ingest; Owner: -
--

CREATE TABLE ingest.mt_streams (
    id uuid NOT NULL,
    type character varying,
    version bigint,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    is_archived boolean DEFAULT false
);


--
-- Name: reextraction; Type: TABLE; Schema: ingest; Owner: -
--

CREATE TABLE ingest.reextraction (
    id uuid NOT NULL,
    request jsonb NOT NULL,
    state text NOT NULL,
    total bigint NOT NULL,
    requested bigint DEFAULT 0 NOT NULL,
    "position" uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
    last_seq_id bigint DEFAULT 0 NOT NULL,
    traceparent text,
    requested_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone
);


--
-- Data for Name: article; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.article (id, revision, seq_id, title, url, outlet, source, external_id, language, tags, published_at, received_at, trace_id, extracted_revision, extractor, extracted_at, reports, aggregates) FROM stdin;
67dda566-8fff-559e-899c-454a338e0cb3	1	2	Iraqi base in Anbar comes under rocket fire	https://example.org/levant-post/sample-2	Levant Post	\N	sample-2	\N	[]	2022-06-15 09:10:00+00	2026-11-26 11:07:36.512929+00	ca6e9e7a3762482bd270f0811c6d5b4c	1	rules/1.1	2026-11-26 11:07:37.472398+00	1	[]
74fc959b-868d-50b1-8fca-b0280e17832a	1	5	Five hurt, one dead as shells land on Iraqi air base	https://example.org/gulf-desk/sample-5	Gulf Desk	\N	sample-5	\N	[]	2021-03-23 00:00:00+00	2026-11-26 11:07:36.514695+00	d60a01899c771dc310ff4eae53e0e1f7	1	rules/1.1	2026-11-26 11:07:37.572834+00	1	[]
e10048d9-4692-5119-82fa-096c13157a7f	1	4	Mortar attack on Balad base kills contractor	https://example.org/tigris-wire/sample-4	Tigris Wire	\N	sample-4	\N	[]	2021-03-22 16:00:00+00	2026-11-26 11:07:36.514641+00	19178711dddaaa3e1d3f65f2b82dd69b	1	rules/1.1	2026-11-26 11:07:37.594177+00	1	[]
fa05a9cb-3094-5aba-b5cc-b73a8a74b841	1	1	Rockets hit Ain al-Asad air base, two soldiers wounded	https://example.org/tigris-wire/sample-1	Tigris Wire	\N	sample-1	\N	[]	2022-06-15 05:40:00+00	2026-11-26 11:07:36.464978+00	74df39b1fe9c8d2ec618f122ebd95d54	1	rules/1.1	2026-11-26 11:07:37.472528+00	1	[]
64302502-c87d-5cf7-afe6-c61c39849a26	1	3	Drone laden with explosives crashes into Harir air base	https://example.org/erbil-chronicle/sample-3	Erbil Chronicle	\N	sample-3	\N	[]	2023-11-09 00:00:00+00	2026-11-26 11:07:36.513218+00	ce5c594b26649cb5902f7fd41631da6a	1	rules/1.1	2026-11-26 11:07:37.60326+00	2	[]
8ec58af2-21af-5b7d-a943-6d875fc57f8f	1	8	Two drones attack base beside Baghdad airport	https://example.org/levant-post/sample-8	Levant Post	\N	sample-8	\N	[]	2024-01-21 07:15:00+00	2026-11-26 11:07:36.514831+00	184dd3160a354004017fa639799ffe30	1	rules/1.1	2026-11-26 11:07:37.597454+00	2	[]
e2e425be-f44c-5c7c-ab25-2c3bd16a1906	1	6	Roadside bomb hits supply convoy near Taji	https://example.org/basra-courier/sample-6	Basra Courier	\N	sample-6	\N	[]	2020-08-17 12:30:00+00	2026-11-26 11:07:36.514745+00	3f422cfb6ea6827dd07e8ea0bd0a0543	1	rules/1.1	2026-11-26 11:07:37.597347+00	1	[]
4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc	1	7	Army and air force hold three-day exercise at Qayyarah	https://example.org/nineveh-today/sample-7	Nineveh Today	\N	sample-7	\N	[]	2024-02-12 00:00:00+00	2026-11-26 11:07:36.514793+00	c42d1317beb3a3c59681b2cb4c052d22	1	rules/1.1	2026-11-26 11:07:37.604601+00	0	[]
dbc04974-73d8-54c3-be66-ae206b0c92b9	1	9	Article keyed	\N	Upgrade Gazette	upgrade	upgrade-keyed	en	[]	2022-06-15 06:00:00+00	2026-11-26 11:07:39.613451+00	f13961c9cb77342d971caa623e3b0022	1	rules/1.1	2026-11-26 11:07:39.72944+00	1	[]
6d18e9b1-d630-5550-b3a8-c32ed791f49a	1	12	Article quiet	\N	Upgrade Gazette	upgrade	upgrade-quiet	en	[]	2022-06-15 06:00:00+00	2026-11-26 11:07:40.080606+00	65b2e8121b65f06d45b0999bfdcc685f	1	rules/1.1	2026-11-26 11:07:40.108647+00	0	[]
3be64a2b-4c55-5658-acae-96f7f42830c4	2	11	Article revised	\N	Upgrade Gazette	upgrade	upgrade-revised	en	[]	2022-06-15 06:00:00+00	2026-11-26 11:07:40.065388+00	401473e46b68979092a45f20cfce774f	2	rules/1.1	2026-11-26 11:07:41.352737+00	1	[]
65f56b28-cc78-5388-8439-1ae343da0ce7	1	14	Article 3	\N	Upgrade Gazette	upgrade	upgrade-3	en	[]	2022-06-15 06:00:00+00	2026-11-26 11:07:41.905241+00	4c4114f4ee626b9ccd2db382a8b7fddb	\N	\N	\N	\N	\N
0246c17f-d9c8-533a-b928-62b0061c2fbd	1	15	Article 9	\N	Upgrade Gazette	upgrade	upgrade-9	en	[]	2022-06-15 06:00:00+00	2026-11-26 11:07:41.940811+00	807259c817c21e00122eb694dc9fef8f	\N	\N	\N	\N	\N
477acec0-b945-5714-ad6a-79ad736364ab	1	17	Article 7	\N	Upgrade Gazette	upgrade	upgrade-7	en	[]	2022-06-15 06:00:00+00	2026-11-26 11:07:42.550196+00	737ac20ec1aec540404f8b5d418bb80d	\N	\N	\N	\N	\N
ff693689-617e-58c7-be7a-7e3c1031724c	1	16	Article 5	\N	Upgrade Gazette	upgrade	upgrade-5	en	[]	2022-06-15 06:00:00+00	2026-11-26 11:07:42.531639+00	2ec26805ea44e103e7bc4dfa061e110f	\N	\N	\N	\N	\N
\.


--
-- Data for Name: article_text; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.article_text (article_id, revision, words) FROM stdin;
4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc	1	'air':3 'airfield':30 'alarm':58 'answer':79 'armi':1 'artilleri':33 'attack':81,87 'base':84 'began':20 'crew':19 'day':8,24 'desert':44 'exercis':9,25,65 'expect':89 'explos':63 'fire':36 'forc':4,77 'ground':15 'helicopt':18 'hold':5 'iraqi':14 'live':37 'monday':32 'mosul':12 'nearbi':50 'old':40 'qayyarah':11,28 'quick':74 'resid':48 'round':38 'said':92 'second':67 'sound':61 'spokesman':91 'test':72 'three':7,23 'three-day':6,22 'told':54 'troop':16 'two':76 'unit':34 'vehicl':41 'villag':51 'wednesday':46 'west':29 'year':69 '—':13
64302502-c87d-5cf7-afe6-c61c39849a26	1	'2023':30 '8':28 'air':8,19 'attack':77 'base':9,20,53 'call':60 'carri':74 'casualti':57 'counter':39 'counter-terror':38 'crash':5 'drone':1,16,45,80 'east':23 'erbil':10,25 'explos':4,14 'explosive-laden':13 'fire':36 'fuel':33 'group':59 'harir':7,18 'hit':17 'iraq':66 'islam':63 'kurdish':37 'laden':2,15 'north':22 'north-east':21 'novemb':29 'offici':41 'reach':51 'resist':64 'said':42,67 'second':44 'set':31 'shot':47 'statement':70 'store':34 'terror':40 'two':79 'wednesday':27 '—':11
67dda566-8fff-559e-899c-454a338e0cb3	1	'ain':15 'al':17,68 'al-asad':16 'al-baghdadi':67 'anbar':4,22 'asad':18 'attack':74 'baghdadi':69 'base':2,19,77 'come':5 'doctor':45 'fire':8 'first':73 'five':11 'found':62 'hit':50 'hospit':48 'iraq':21 'iraqi':1,36 'kill':54 'launcher':56 'least':10 'levant':31 'lorri':60 'month':81 'mount':57 'near':66,79 'night':26 'nobodi':52 'one':40 'orchard':65 'post':32 'provinc':23 'rocket':7,12 'said':51 'secur':28 'serious':43 'soldier':37 'sourc':29 'struck':13 'three':35 'told':30 'tuesday':25 'two':27,80 'wednesday':34 'wound':39
74fc959b-868d-50b1-8fca-b0280e17832a	1	'air':10,27 'aircraft':51 'armi':53 'balad':26 'base':11,28 'blame':54 'compani':48 'council':37 'dead':4,43 'five':1,17 'group':60 'hit':25 'hurt':2 'iraq':30 'iraqi':9 'islam':58 'kill':15 'land':7 'local':36 'maintain':50 'man':13,44 'member':38 'monday':34 'mortar':23 'one':3,12 'other':18 'provinc':32 'remnant':55 'round':24 'said':39 'salahuddin':31 'shell':6 'state':59 'three':22 'tuesday':41 'work':45 'wound':20
8ec58af2-21af-5b7d-a943-6d875fc57f8f	1	'2024':23 '21':21 'act':64 'air':32 'airport':7,16 'attack':3,10,55 'baghdad':6,14 'base':4,12 'besid':5,13 'broke':45 'call':61 'claim':53 'dawn':18 'defenc':33 'disturb':50 'drone':2,9,37 'explod':40 'flight':47 'guard':27 'intern':15 'iraqi':26 'januari':22 'minist':59 'near':41 'nobodi':51 'offic':60 'one':25,36 'prime':58 'said':30 'secur':28 'shot':34 'sourc':29 'sunday':20 'terrorist':63 'two':1,8 'victoria':11 'warehous':43 'window':46 'wound':24
e10048d9-4692-5119-82fa-096c13157a7f	1	'11':42 'a.m':43 'across':61 'air':13 'around':41 'arrest':67 'attack':2,10,72 'baghdad':17 'balad':4,12 'base':5,14,39,76 'caus':78 'contractor':7,21 'countri':53 'damag':80 'farmland':60 'fighter':54 'four':24 'insid':37 'iraqi':20 'jet':55 'kill':6,18 'land':36 'last':68 'made':65 'monday':27 'mortar':1,9,34 'next':47 'north':15 'offic':58 'one':44 'peopl':25 'polic':28 'provinc':31 'river':63 'rocket':71 'said':32 'salahuddin':30 'search':59 'servic':57 'shell':35 'three':33 'workshop':50 'wound':23 'year':69
e2e425be-f44c-5c7c-ab25-2c3bd16a1906	1	'17':30 '2020':32 'august':31 'baghdad':8,26 'base':23 'besid':14 'bomb':2,12 'carri':17 'claim':59 'compani':58 'convoy':5,16 'destroy':38 'driver':36 'explod':13 'gave':52 'group':50 'hit':3 'interior':42 'iraqi':35 'kill':33 'known':49 'littl':48 'little-known':47 'lorri':40 'messag':63 'militari':22 'ministri':43 'monday':28 'morn':29 'name':54 'near':6 'north':24 'offici':44 'onlin':65 'post':64 'respons':60 'reveng':57 'roadsid':1,11 'said':45 'suppli':4,18 'taji':7,21 'two':34 '—':9
fa05a9cb-3094-5aba-b5cc-b73a8a74b841	1	'14':30 'ain':3,18 'air':7,22 'al':5,20,58 'al-asad':4,19 'al-baghdadi':57 'anbar':67 'arm':102 'asad':6,21 'ask':91 'attack':86 'back':45 'baghdad':12 'baghdadi':59 'base':8,23,65,111 'burn':52 'claim':84 'damag':72 'eight':61 'faction':103 'fell':77 'fire':42 'foreign':107 'found':51 'ground':80 'group':82 'hangar':74 'hit':2,17 'iraq':26 'iraqi':34 'june':31 'katyusha':15 'kilometr':62 'late':27 'militari':37 'name':95 'near':53 'offici':89 'one':99 'open':79 'other':76 'provinc':68 'rocket':1,16,40 'said':38,96 'secur':88 'sinc':112 'six':14 'soldier':10,35 'spring':114 'suspect':98 'threaten':106 'town':55 'troop':108 'truck':48 'tuesday':29 'two':9,33,69 'western':25 'wound':11,32 '—':13
dbc04974-73d8-54c3-be66-ae206b0c92b9	1	'13':16 '2022':18 'articl':1 'checkpoint':10 'dead':5 'gunmen':3 'iraq':13 'june':17 'key':2 'kirkuk':12 'monday':15 'polic':19 'policemen':7 'said':20 'shot':4 'three':6
3be64a2b-4c55-5658-acae-96f7f42830c4	1	'12':15 '2022':17 'articl':1 'bomb':5 'car':4 'explod':6 'four':19 'iraq':12 'june':16 'kill':18 'market':9 'mosul':11 'peopl':20 'polic':21 'revis':2 'said':22 'sunday':14
3be64a2b-4c55-5658-acae-96f7f42830c4	2	'12':15 '2022':17 'articl':1 'bomb':5 'car':4 'explod':6 'iraq':12 'june':16 'kill':18 'market':9 'mosul':11 'nine':23 'peopl':20 'polic':24 'revis':2 'said':25 'six':19 'sunday':14 'wound':22
6d18e9b1-d630-5550-b3a8-c32ed791f49a	1	'agricultur':6 'articl':1 'best':15 'harvest':10 'ministri':4 'nineveh':12 'quiet':2 'said':7 'ten':17 'wheat':9 'year':18
65f56b28-cc78-5388-8439-1ae343da0ce7	1	'2022':16 '3':2,14,18 'air':8 'articl':1 'baghdad':12 'balad':7 'base':9 'hit':5 'may':15 'north':10 'rocket':4 'soldier':19 'two':3 'wound':17
0246c17f-d9c8-533a-b928-62b0061c2fbd	1	'2022':16 '9':2,14,18 'air':8 'articl':1 'baghdad':12 'balad':7 'base':9 'hit':5 'may':15 'north':10 'rocket':4 'soldier':19 'two':3 'wound':17
477acec0-b945-5714-ad6a-79ad736364ab	1	'2022':15 '7':2,7,13 'april':14 'articl':1 'bomb':5 'iraq':11 'kill':6 'near':9 'roadsid':4 'soldier':8 'tikrit':10
ff693689-617e-58c7-be7a-7e3c1031724c	1	'2022':15 '5':2,7,13 'april':14 'articl':1 'bomb':5 'iraq':11 'kill':6 'near':9 'roadsid':4 'soldier':8 'tikrit':10
\.


--
-- Data for Name: article_text_ahead; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.article_text_ahead (article_id, revision, words) FROM stdin;
477acec0-b945-5714-ad6a-79ad736364ab	1	'2022':15 '7':2,7,13 'april':14 'articl':1 'bomb':5 'iraq':11 'kill':6 'near':9 'roadsid':4 'soldier':8 'tikrit':10
ff693689-617e-58c7-be7a-7e3c1031724c	1	'2022':15 '5':2,7,13 'april':14 'articl':1 'bomb':5 'iraq':11 'kill':6 'near':9 'roadsid':4 'soldier':8 'tikrit':10
\.


--
-- Data for Name: dead_letter; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.dead_letter (id, endpoint, reason, body, headers, at) FROM stdin;
b5a7a3f0-1111-4c1c-9d39-0a4a6f0b6c11	projection.incident-detected	report.confidence is not between 0 and 1.	\\x7b227265706f7274223a207b227265706f72744964223a202266346462656362332d313631362d353735322d613938332d303662666436353063633066222c202261727469636c654964223a202233663766633339362d383435622d356633622d613235652d316535666531336437633433222c20226f7264696e616c223a20302c202269734d61696e223a20747275652c20226576656e7454797065223a20226f746865725f61747461636b222c2022636f6e666964656e6365223a20372c2022657874726163746f72223a202272756c65732f312e30227d2c202261727469636c65223a207b2261727469636c654964223a202233663766633339362d383435622d356633622d613235652d316535666531336437633433222c20227265766973696f6e223a20312c202272656365697665644174223a2022323033312d30332d31365431323a30303a30302b30303a3030227d2c202265787472616374696f6e223a207b22657874726163746f72223a202272756c65732f312e30222c20226578747261637465644174223a2022323033312d30332d31365431323a30303a30312b30303a3030222c20227265706f7274496473223a205b2266346462656362332d313631362d353735322d613938332d303662666436353063633066225d7d7d	{"MessageId": "b5a7a3f0-1111-4c1c-9d39-0a4a6f0b6c11", "MT-MessageType": "urn:message:Platform.Contracts:IncidentDetected", "RabbitMQ-RoutingKey": "incident.detected.other_attack.IQ", "RabbitMQ-ConsumerTag": "amq.ctag-5gMDTviSTVcMlh1XNp3tYA", "RabbitMQ-DeliveryTag": "13", "RabbitMQ-ExchangeName": "incident-detected.v1"}	2026-11-26 11:07:41.24823+00
\.


--
-- Data for Name: extraction_article; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.extraction_article (request_id, article_id, revision, extractor, extracted_at) FROM stdin;
01a2178a-2c6a-7a2f-a9f0-d094b8ba090e	3be64a2b-4c55-5658-acae-96f7f42830c4	2	rules/1.1	2026-11-26 11:07:41.352737+00
\.


--
-- Data for Name: extraction_difference; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.extraction_difference (request_id, article_id, report_id, change, incident_id, difference) FROM stdin;
\.


--
-- Data for Name: inbox; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.inbox (key, value, at) FROM stdin;
message/dc355981-72c1-5b94-afd5-6ac5e12010ae	\N	2026-11-26 11:07:38.157559+00
message/739d76a9-5965-550b-87d9-7a9087e27a85	\N	2026-11-26 11:07:38.157559+00
message/b6998cab-2c53-5dc3-af18-bba05fdf2209	\N	2026-11-26 11:07:38.157559+00
message/262c999d-40af-5dfa-9933-9051bdb0dca3	\N	2026-11-26 11:07:38.157559+00
message/8e0ce5b5-0392-5c2d-acdf-b290fd69068d	\N	2026-11-26 11:07:38.992322+00
message/2f7df216-e0b4-58e1-a0b6-48bd8e6b461d	\N	2026-11-26 11:07:38.992322+00
message/e97cfe5a-21dc-5105-8353-03139625c360	\N	2026-11-26 11:07:38.992322+00
message/085c6d60-e8e1-5382-b2b3-9c22a14d0457	\N	2026-11-26 11:07:38.992322+00
message/37c22166-dc83-570e-9ebc-19322476a639	\N	2026-11-26 11:07:38.992322+00
message/78aa8091-b838-5003-beaf-471e8a95ca3a	\N	2026-11-26 11:07:39.225654+00
message/f11fc8dc-0b54-597a-8bbb-00af5ecbe497	\N	2026-11-26 11:07:39.716586+00
message/f0391702-39c4-59e3-8b46-4ce82cfc5512	\N	2026-11-26 11:07:39.76642+00
message/0b72b7b0-19d8-57b5-98b0-7e6a2277d936	\N	2026-11-26 11:07:40.123293+00
message/571bf0f7-a3fe-5b62-9b33-0b82efbbf91d	\N	2026-11-26 11:07:40.214258+00
command/7b3a72cc-3500-430c-ba7c-4ffe3ca1c06b	{"hash": "2a55d8db11ff080446ee7b3dfcb375447430a4a699b2fd7f0f24f8ca755fadbb", "version": 2, "incidentId": "778b431e-12f3-54e2-9d4a-e97ab7e6440d"}	2026-11-26 11:07:40.801413+00
command/84789690-cc8c-40bd-9e87-8e59df07f994	{"hash": "c99ea36ab5ef556715a0d51929b774b291794c235093153e7993ae1b09a71917", "version": 3, "incidentId": "778b431e-12f3-54e2-9d4a-e97ab7e6440d"}	2026-11-26 11:07:40.841113+00
command/c3adb758-4718-4c8f-ae43-693d798acf16	{"hash": "5271ac9cadc7c3dfc80a16bacd5a81e4aebf85a830596e09f9fb5b217701feeb", "version": 2, "incidentId": "827b5258-c6b4-584c-8aee-f7d84dee386d"}	2026-11-26 11:07:40.898358+00
command/02d8cc99-13dc-4f7a-b735-153a38f8b7e3	{"hash": "884f585ad7c715c7db78a76a788ea019b5d8c00e0ca2e382475715e5083fb0ac", "version": 3, "incidentId": "827b5258-c6b4-584c-8aee-f7d84dee386d"}	2026-11-26 11:07:40.945247+00
command/27aa8eb3-77f3-4860-a59c-5490193a7d14	{"hash": "7e72bbf45fa527559b5497ec580609376637ca93b9f26a6f0de4da15b5e2118a", "version": 2, "incidentId": "38908472-d756-5e83-be39-57c5389492da"}	2026-11-26 11:07:40.959716+00
command/a1064854-9bb1-499e-810f-11d064959355	{"hash": "95c8baa4bc0891b12cd18fb890c66a084c9ff895564a47efa80403f698ac42cf", "version": 3, "incidentId": "53286e57-a1b9-5c3d-85f1-fd7595b09dcd"}	2026-11-26 11:07:40.986027+00
message/b28b12d6-e58e-5548-a0ce-c77f99899d6d	\N	2026-11-26 11:07:41.373955+00
\.


--
-- Data for Name: incident_list; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.incident_list (id, version, status, event_type, country, admin1, place, lat, lon, "precision", date_start, date_end, date_precision, sort_date, killed_min, killed_max, wounded_min, wounded_max, confidence, outlets, first_reported, last_reported, opened_at, changed_at, title, perpetrators, weapons, outlet_names, keys, texts, revisions, words, search, awaits) FROM stdin;
0bb5b6ea-1222-568a-a3df-5f603fc4da63	2	open	rocket_attack	IQ	Anbar	Ain al-Asad Air Base	33.7856	42.4412	site	2022-06-14	2022-06-14	day	2022-06-14	0	0	3	3	0.99	2	2022-06-15 05:40:00+00	2022-06-15 09:10:00+00	2026-11-26 11:07:38.157559+00	2026-11-26 11:07:38.157559+00	Rockets hit Ain al-Asad air base, two soldiers wounded	{"armed factions"}	{rocket}	{"Tigris Wire","Levant Post"}	{a:anbar,c:IQ,dm:2022-06,dy:2022,"e:explosions/remote violence","e:shelling/artillery/missile attack",g10:4:3,g1:42:33,m:2022-06,n:67dda5668fff559e899c454a338e0cb3,n:fa05a9cb30945abab5ccb73a8a74b841,"o:levant post","o:tigris wire","p:armed factions","q:suspected:armed factions",r:suspected,t:rocket_attack,w:rocket,x:1,x:2,x:3,y:2022}	{67dda566-8fff-559e-899c-454a338e0cb3,fa05a9cb-3094-5aba-b5cc-b73a8a74b841}	{1,1}	rockets hit ain al-asad air base, two soldiers wounded\nain al-asad air base\nanbar\narmed factions\nhangar\nkatyusha\nain al-asad air base\ntuesday, 14 june\nsix katyusha rockets\ndamaged\nmilitary\nwounding two iraqi soldiers\niraqi base in anbar comes under rocket fire\nain al-asad base\ntuesday night\nat least five rockets\nsecurity sources\nnobody was killed\nthree iraqi soldiers were wounded	'14':30,180 'ain':3,12,23,49,84,153,168 'air':7,16,27,157,172 'al':5,14,25,51,86,137,155,170,208 'al-asad':4,13,24,50,85,154,169 'al-baghdadi':136,207 'anbar':18,44,73,91,217 'arm':19,252 'asad':6,15,26,52,87,156,171 'ask':241 'attack':143,236 'back':195 'baghdad':162 'baghdadi':138,209 'base':8,17,28,42,53,71,88,146,158,173,215,261 'burn':202 'claim':234 'come':45,74 'damag':35,222 'doctor':114 'eight':211 'faction':20,253 'fell':227 'fire':48,77,192 'first':142 'five':58,80 'foreign':257 'found':131,201 'ground':230 'group':232 'hangar':21,224 'hit':2,119,152,167 'hospit':117 'iraq':90,176 'iraqi':39,41,66,70,105,184 'june':31,181 'katyusha':22,33,165 'kill':64,123 'kilometr':212 'late':177 'launcher':125 'least':57,79 'levant':100 'lorri':129 'militari':36,187 'month':150 'mount':126 'name':245 'near':135,148,203 'night':55,95 'nobodi':62,121 'offici':239 'one':109,249 'open':229 'orchard':134 'other':226 'post':101 'provinc':92,218 'rocket':1,34,47,59,76,81,151,166,190 'said':120,188,246 'secur':60,97,238 'serious':112 'sinc':262 'six':32,164 'soldier':10,40,67,106,160,185 'sourc':61,98 'spring':264 'struck':82 'suspect':248 'threaten':256 'three':65,104 'told':99 'town':205 'troop':258 'truck':198 'tuesday':29,54,94,179 'two':9,38,96,149,159,183,219 'wednesday':103 'western':175 'wound':11,37,69,108,161,182 '—':163	f
eb63cca7-ed2e-52e0-9a97-7908b4402f73	2	open	shelling	IQ	Salah al-Din	Balad Air Base	33.9402	44.3616	site	2021-03-22	2021-03-22	day	2021-03-22	1	1	5	5	0.99	2	2021-03-22 16:00:00+00	2021-03-23 00:00:00+00	2026-11-26 11:07:38.157559+00	2026-11-26 11:07:38.157559+00	Mortar attack on Balad base kills contractor	{"Islamic State"}	{mortar}	{"Gulf Desk","Tigris Wire"}	{"a:salah al-din",c:IQ,dm:2021-03,dy:2021,"e:explosions/remote violence","e:shelling/artillery/missile attack",g10:4:3,g1:44:33,k:1,m:2021-03,n:74fc959b868d50b18fcab0280e17832a,n:e10048d94692511982fa096c13157a7f,"o:gulf desk","o:tigris wire","p:islamic state","q:accused:islamic state",r:accused,t:shelling,w:mortar,x:1,x:2,x:3,x:5,y:2021}	{74fc959b-868d-50b1-8fca-b0280e17832a,e10048d9-4692-5119-82fa-096c13157a7f}	{1,1}	mortar attack on balad base kills contractor\nbalad air base\nsalah al-din\nislamic state\nfive hurt, one dead as shells land on iraqi air base\nbalad air base\nmonday\nislamic state group\narmy\nthree mortar rounds\none man was killed\nfive others were wounded\nthree mortar shells\npolice\nkilled an iraqi contractor\nwounded four people	'11':159 'a.m':160 'across':178 'air':9,26,29,67,84,130 'aircraft':108 'al':13 'al-din':12 'armi':35,110 'around':158 'arrest':184 'attack':2,119,127,189 'baghdad':134 'balad':4,8,28,83,121,129 'base':5,10,27,30,68,85,122,131,156,193 'blame':111 'caus':195 'compani':105 'contractor':7,54,124,138 'council':94 'countri':170 'damag':197 'dead':20,61,100 'din':14 'farmland':177 'fighter':171 'five':17,43,58,74 'four':56,141 'group':34,117 'hit':82 'hurt':18,59 'insid':154 'iraq':87 'iraqi':25,53,66,137 'islam':15,32,115 'jet':172 'kill':6,42,51,72,123,135 'land':23,64,153 'last':185 'local':93 'made':182 'maintain':107 'man':40,70,101 'member':95 'monday':31,91,144 'mortar':1,37,48,80,118,126,151 'next':164 'north':132 'offic':175 'one':19,39,60,69,161 'other':44,75 'peopl':57,142 'polic':50,145 'provinc':89,148 'remnant':112 'river':180 'rocket':188 'round':38,81 'said':96,149 'salah':11 'salahuddin':88,147 'search':176 'servic':174 'shell':22,49,63,152 'state':16,33,116 'three':36,47,79,150 'tuesday':98 'work':102 'workshop':167 'wound':46,55,77,140 'year':186	f
2279f9a0-29b2-5e07-b330-ef9fd2070f49	1	open	bombing	IQ	Baghdad	Camp Taji	33.5239	44.2567	site	2020-08-17	2020-08-17	day	2020-08-17	2	2	\N	\N	0.98	1	2020-08-17 12:30:00+00	2020-08-17 12:30:00+00	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:38.992322+00	Roadside bomb hits supply convoy near Taji	{"Revenge Companies"}	{bomb}	{"Basra Courier"}	{a:baghdad,c:IQ,dm:2020-08,dy:2020,"e:explosions/remote violence","e:remote explosive/landmine/ied",g10:4:3,g1:44:33,k:1,k:2,m:2020-08,n:e2e425bef44c5c7cab252c3bd16a1906,"o:basra courier","p:revenge companies","q:claimed:revenge companies",r:claimed,t:bombing,w:bomb,y:2020}	{e2e425be-f44c-5c7c-ab25-2c3bd16a1906}	{1}	roadside bomb hits supply convoy near taji\ncamp taji\nbaghdad\nrevenge companies\nlorry\nied\ntaji military base\nmonday morning\nroadside bomb\ndestroying\ninterior ministry official\nkilling two iraqi drivers	'17':59 '2020':61 'august':60 'baghdad':10,37,55 'base':17,52 'besid':43 'bomb':2,21,31,41 'camp':8 'carri':46 'claim':88 'compani':12,87 'convoy':5,34,45 'destroy':22,67 'driver':29,65 'explod':42 'gave':81 'group':79 'hit':3,32 'ie':14 'interior':23,71 'iraqi':28,64 'kill':26,62 'known':78 'littl':77 'little-known':76 'lorri':13,69 'messag':92 'militari':16,51 'ministri':24,72 'monday':18,57 'morn':19,58 'name':83 'near':6,35 'north':53 'offici':25,73 'onlin':94 'post':93 'respons':89 'reveng':11,86 'roadsid':1,20,30,40 'said':74 'suppli':4,33,47 'taji':7,9,15,36,50 'two':27,63 '—':38	f
df29e175-f188-51a7-8cc1-c4c2763155c9	1	open	drone_attack	IQ	Erbil	Al-Harir Air Base	36.5337	44.3399	site	2023-11-08	2023-11-08	day	2023-11-08	\N	\N	\N	\N	0.97	1	2023-11-09 00:00:00+00	2023-11-09 00:00:00+00	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:38.992322+00	Drone laden with explosives crashes into Harir air base	{}	{drone}	{"Erbil Chronicle"}	{a:erbil,c:IQ,dm:2023-11,dy:2023,"e:air/drone strike","e:explosions/remote violence",g10:4:3,g1:44:36,m:2023-11,n:64302502c87d5cf7afe6c61c39849a26,"o:erbil chronicle",t:drone_attack,w:drone,y:2023}	{64302502-c87d-5cf7-afe6-c61c39849a26}	{1}	drone laden with explosives crashes into harir air base\nal-harir air base\nerbil\nharir air base\nwednesday, 8 november 2023\nexplosive-laden drone\nofficials	'2023':22,57 '8':20,55 'air':8,13,17,35,46 'al':11 'al-harir':10 'attack':104 'base':9,14,18,36,47,80 'call':87 'carri':101 'casualti':84 'counter':66 'counter-terror':65 'crash':5,32 'drone':1,26,28,43,72,107 'east':50 'erbil':15,37,52 'explos':4,24,31,41 'explosive-laden':23,40 'fire':63 'fuel':60 'group':86 'harir':7,12,16,34,45 'hit':44 'iraq':93 'islam':90 'kurdish':64 'laden':2,25,29,42 'north':49 'north-east':48 'novemb':21,56 'offici':27,68 'reach':78 'resist':91 'said':69,94 'second':71 'set':58 'shot':74 'statement':97 'store':61 'terror':67 'two':106 'wednesday':19,54 '—':38	f
38908472-d756-5e83-be39-57c5389492da	2	rejected	drone_attack	IQ	Erbil	Al-Harir Air Base	36.5337	44.3399	site	\N	\N	\N	2026-11-26	0	0	0	0	0.94	1	2023-11-09 00:00:00+00	2023-11-09 00:00:00+00	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:40.959716+00	Drone laden with explosives crashes into Harir air base	{}	{drone}	{"Erbil Chronicle"}	{a:erbil,c:IQ,"e:air/drone strike","e:explosions/remote violence",g10:4:3,g1:44:36,m:2026-11,n:64302502c87d5cf7afe6c61c39849a26,"o:erbil chronicle",s:rejected,t:drone_attack,w:drone,y:2026}	{}	{}	drone laden with explosives crashes into harir air base\nal-harir air base\nerbil\nharir air base\ntwo drones\nno casualties	'air':8,13,17 'al':11 'al-harir':10 'base':9,14,18 'casualti':22 'crash':5 'drone':1,20 'erbil':15 'explos':4 'harir':7,12,16 'laden':2 'two':19	f
53286e57-a1b9-5c3d-85f1-fd7595b09dcd	3	open	car_bombing	IQ	Baghdad	Victory Base Complex	33.24	44.23	site	2022-06-12	2022-06-12	day	2022-06-12	1	1	1	1	0.99	2	2022-06-15 06:00:00+00	2024-01-21 07:15:00+00	2026-11-26 11:07:39.716586+00	2026-11-26 11:07:40.986027+00	Article revised	{}	{car_bomb,drone}	{"Upgrade Gazette","Levant Post"}	{a:baghdad,c:IQ,dm:2022-06,dy:2022,"e:explosions/remote violence","e:remote explosive/landmine/ied",g10:4:3,g1:44:33,k:1,m:2022-06,n:3be64a2b4c555658acae96f7f42830c4,n:8ec58af221af5b7da9436d875fc57f8f,"o:levant post","o:upgrade gazette",t:car_bombing,w:car_bomb,w:drone,x:1,y:2022}	{3be64a2b-4c55-5658-acae-96f7f42830c4,8ec58af2-21af-5b7d-a943-6d875fc57f8f}	{2,1}	article revised\nvictory base complex\nbaghdad\nmarket\nmosul\nsunday, 12 june 2022\ncar bomb\npolice\nkilling six people\nwounding nine\ntwo drones attack base beside baghdad airport\nvictoria base\nsunday, 21 january 2024\ntwo drones\nsecurity sources\nshot down one\nwounding one iraqi guard	'12':10,59 '2022':12,61 '2024':33,92 '21':31,90 'act':133 'air':101 'airport':27,76,85 'articl':1,45 'attack':23,72,79,124 'baghdad':6,26,75,83 'base':4,24,29,73,81 'besid':25,74,82 'bomb':14,49 'broke':114 'call':130 'car':13,48 'claim':122 'complex':5 'dawn':87 'defenc':102 'disturb':119 'drone':22,35,71,78,106 'explod':50,109 'flight':116 'guard':44,96 'intern':84 'iraq':56 'iraqi':43,95 'januari':32,91 'june':11,60 'kill':16,62 'market':7,53 'minist':128 'mosul':8,55 'near':110 'nine':20,67 'nobodi':120 'offic':129 'one':40,42,94,105 'peopl':18,64 'polic':15,68 'prime':127 'revis':2,46 'said':69,99 'secur':36,97 'shot':38,103 'six':17,63 'sourc':37,98 'sunday':9,30,58,89 'terrorist':132 'two':21,34,70,77 'victori':3 'victoria':28,80 'warehous':112 'window':115 'wound':19,41,66,93	f
e1161581-d41b-52a6-be88-ae6189039c8c	2	merged	drone_attack	IQ	Baghdad	Victory Base Complex	33.24	44.23	site	2024-01-21	2024-01-21	day	2024-01-21	1	1	1	1	0.99	1	2024-01-21 07:15:00+00	2024-01-21 07:15:00+00	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:40.986027+00	Two drones attack base beside Baghdad airport	{}	{drone}	{}	{a:baghdad,c:IQ,dm:2024-01,dy:2024,"e:air/drone strike","e:explosions/remote violence",g10:4:3,g1:44:33,k:1,m:2024-01,s:merged,t:drone_attack,w:drone,x:1,y:2024}	{}	{}	two drones attack base beside baghdad airport\nvictory base complex\nbaghdad	'airport':7 'attack':3 'baghdad':6,11 'base':4,9 'besid':5 'complex':10 'drone':2 'two':1 'victori':8	f
778b431e-12f3-54e2-9d4a-e97ab7e6440d	3	confirmed	shooting	IQ	Kirkuk	Kirkuk	35.4681	44.3922	settlement	2022-06-13	2022-06-13	day	2022-06-13	4	4	\N	\N	0.96	1	2022-06-15 06:00:00+00	2022-06-15 06:00:00+00	2026-11-26 11:07:39.76642+00	2026-11-26 11:07:40.841113+00	Article keyed	{Gunmen}	{}	{"Upgrade Gazette"}	{a:kirkuk,c:IQ,dm:2022-06,dy:2022,e:attack,"e:violence against civilians",g10:4:3,g1:44:35,k:1,k:2,k:3,m:2022-06,n:dbc0497473d854c3be66ae206b0c92b9,"o:upgrade gazette",p:gunmen,q:stated:gunmen,r:stated,s:confirmed,t:shooting,y:2022}	{dbc04974-73d8-54c3-be66-ae206b0c92b9}	{1}	article keyed\nkirkuk\ngunmen\nmonday, 13 june 2022\npolice\nshot dead three policemen	'13':6,29 '2022':8,31 'articl':1,14 'checkpoint':23 'dead':11,18 'gunmen':4,16 'iraq':26 'june':7,30 'key':2,15 'kirkuk':3,25 'monday':5,28 'polic':9,32 'policemen':13,20 'said':33 'shot':10,17 'three':12,19	f
827b5258-c6b4-584c-8aee-f7d84dee386d	3	open	bombing	IQ	Baghdad	Victory Base Complex	33.24	44.23	site	\N	\N	\N	2026-11-26	\N	\N	\N	\N	0.77	1	2024-01-21 07:15:00+00	2024-01-21 07:15:00+00	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:40.945247+00	Two drones attack base beside Baghdad airport	{}	{}	{"Levant Post"}	{a:baghdad,c:IQ,"e:explosions/remote violence","e:remote explosive/landmine/ied",g10:4:3,g1:44:33,m:2026-11,n:8ec58af221af5b7da9436d875fc57f8f,"o:levant post",t:bombing,y:2026}	{}	{}	two drones attack base beside baghdad airport\nvictory base complex\nbaghdad\nwarehouse\nvictoria base	'airport':7 'attack':3 'baghdad':6,11 'base':4,9,14 'besid':5 'complex':10 'drone':2 'two':1 'victori':8 'victoria':13 'warehous':12	f
\.


--
-- Data for Name: incident_list_history; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.incident_list_history (id, version, status, event_type, country, admin1, place, lat, lon, "precision", date_start, date_end, date_precision, sort_date, killed_min, killed_max, wounded_min, wounded_max, confidence, outlets, first_reported, last_reported, opened_at, changed_at, title, perpetrators, weapons, outlet_names, keys, texts, revisions, words, search, awaits, valid_to) FROM stdin;
53286e57-a1b9-5c3d-85f1-fd7595b09dcd	1	open	car_bombing	IQ	Nineveh	Mosul	36.335	43.1189	settlement	2022-06-12	2022-06-12	day	2022-06-12	4	4	\N	\N	0.97	1	2022-06-15 06:00:00+00	2022-06-15 06:00:00+00	2026-11-26 11:07:39.716586+00	2026-11-26 11:07:39.716586+00	Article revised	{}	{car_bomb}	{"Upgrade Gazette"}	{a:nineveh,c:IQ,dm:2022-06,dy:2022,"e:explosions/remote violence","e:remote explosive/landmine/ied",g10:4:3,g1:43:36,k:1,k:2,k:3,m:2022-06,n:3be64a2b4c555658acae96f7f42830c4,"o:upgrade gazette",t:car_bombing,w:car_bomb,y:2022}	{3be64a2b-4c55-5658-acae-96f7f42830c4}	{1}	article revised\nmosul\nnineveh\nmarket\nsunday, 12 june 2022\ncar bomb\npolice\nkilling four people	'12':7,30 '2022':9,32 'articl':1,16 'bomb':11,20 'car':10,19 'explod':21 'four':14,34 'iraq':27 'june':8,31 'kill':13,33 'market':5,24 'mosul':3,26 'nineveh':4 'peopl':15,35 'polic':12,36 'revis':2,17 'said':37 'sunday':6,29	f	2026-11-26 11:07:40.123293+00
778b431e-12f3-54e2-9d4a-e97ab7e6440d	1	open	shooting	IQ	Kirkuk	Kirkuk	35.4681	44.3922	settlement	2022-06-13	2022-06-13	day	2022-06-13	3	3	\N	\N	0.96	1	2022-06-15 06:00:00+00	2022-06-15 06:00:00+00	2026-11-26 11:07:39.76642+00	2026-11-26 11:07:39.76642+00	Article keyed	{Gunmen}	{}	{"Upgrade Gazette"}	{a:kirkuk,c:IQ,dm:2022-06,dy:2022,e:attack,"e:violence against civilians",g10:4:3,g1:44:35,k:1,k:2,k:3,m:2022-06,n:dbc0497473d854c3be66ae206b0c92b9,"o:upgrade gazette",p:gunmen,q:stated:gunmen,r:stated,t:shooting,y:2022}	{dbc04974-73d8-54c3-be66-ae206b0c92b9}	{1}	article keyed\nkirkuk\ngunmen\nmonday, 13 june 2022\npolice\nshot dead three policemen	'13':6,29 '2022':8,31 'articl':1,14 'checkpoint':23 'dead':11,18 'gunmen':4,16 'iraq':26 'june':7,30 'key':2,15 'kirkuk':3,25 'monday':5,28 'polic':9,32 'policemen':13,20 'said':33 'shot':10,17 'three':12,19	f	2026-11-26 11:07:40.801413+00
778b431e-12f3-54e2-9d4a-e97ab7e6440d	2	open	shooting	IQ	Kirkuk	Kirkuk	35.4681	44.3922	settlement	2022-06-13	2022-06-13	day	2022-06-13	4	4	\N	\N	0.96	1	2022-06-15 06:00:00+00	2022-06-15 06:00:00+00	2026-11-26 11:07:39.76642+00	2026-11-26 11:07:40.801413+00	Article keyed	{Gunmen}	{}	{"Upgrade Gazette"}	{a:kirkuk,c:IQ,dm:2022-06,dy:2022,e:attack,"e:violence against civilians",g10:4:3,g1:44:35,k:1,k:2,k:3,m:2022-06,n:dbc0497473d854c3be66ae206b0c92b9,"o:upgrade gazette",p:gunmen,q:stated:gunmen,r:stated,t:shooting,y:2022}	{dbc04974-73d8-54c3-be66-ae206b0c92b9}	{1}	article keyed\nkirkuk\ngunmen\nmonday, 13 june 2022\npolice\nshot dead three policemen	'13':6,29 '2022':8,31 'articl':1,14 'checkpoint':23 'dead':11,18 'gunmen':4,16 'iraq':26 'june':7,30 'key':2,15 'kirkuk':3,25 'monday':5,28 'polic':9,32 'policemen':13,20 'said':33 'shot':10,17 'three':12,19	f	2026-11-26 11:07:40.841113+00
827b5258-c6b4-584c-8aee-f7d84dee386d	1	open	bombing	IQ	Baghdad	Victory Base Complex	33.24	44.23	site	\N	\N	\N	2026-11-26	\N	\N	\N	\N	0.77	1	2024-01-21 07:15:00+00	2024-01-21 07:15:00+00	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:38.992322+00	Two drones attack base beside Baghdad airport	{}	{}	{"Levant Post"}	{a:baghdad,c:IQ,"e:explosions/remote violence","e:remote explosive/landmine/ied",g10:4:3,g1:44:33,m:2026-11,n:8ec58af221af5b7da9436d875fc57f8f,"o:levant post",t:bombing,y:2026}	{}	{}	two drones attack base beside baghdad airport\nvictory base complex\nbaghdad\nwarehouse\nvictoria base	'airport':7 'attack':3 'baghdad':6,11 'base':4,9,14 'besid':5 'complex':10 'drone':2 'two':1 'victori':8 'victoria':13 'warehous':12	f	2026-11-26 11:07:40.898358+00
827b5258-c6b4-584c-8aee-f7d84dee386d	2	rejected	bombing	IQ	Baghdad	Victory Base Complex	33.24	44.23	site	\N	\N	\N	2026-11-26	\N	\N	\N	\N	0.77	1	2024-01-21 07:15:00+00	2024-01-21 07:15:00+00	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:40.898358+00	Two drones attack base beside Baghdad airport	{}	{}	{"Levant Post"}	{a:baghdad,c:IQ,"e:explosions/remote violence","e:remote explosive/landmine/ied",g10:4:3,g1:44:33,m:2026-11,n:8ec58af221af5b7da9436d875fc57f8f,"o:levant post",s:rejected,t:bombing,y:2026}	{}	{}	two drones attack base beside baghdad airport\nvictory base complex\nbaghdad\nwarehouse\nvictoria base	'airport':7 'attack':3 'baghdad':6,11 'base':4,9,14 'besid':5 'complex':10 'drone':2 'two':1 'victori':8 'victoria':13 'warehous':12	f	2026-11-26 11:07:40.945247+00
38908472-d756-5e83-be39-57c5389492da	1	open	drone_attack	IQ	Erbil	Al-Harir Air Base	36.5337	44.3399	site	\N	\N	\N	2026-11-26	0	0	0	0	0.94	1	2023-11-09 00:00:00+00	2023-11-09 00:00:00+00	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:38.992322+00	Drone laden with explosives crashes into Harir air base	{}	{drone}	{"Erbil Chronicle"}	{a:erbil,c:IQ,"e:air/drone strike","e:explosions/remote violence",g10:4:3,g1:44:36,m:2026-11,n:64302502c87d5cf7afe6c61c39849a26,"o:erbil chronicle",t:drone_attack,w:drone,y:2026}	{}	{}	drone laden with explosives crashes into harir air base\nal-harir air base\nerbil\nharir air base\ntwo drones\nno casualties	'air':8,13,17 'al':11 'al-harir':10 'base':9,14,18 'casualti':22 'crash':5 'drone':1,20 'erbil':15 'explos':4 'harir':7,12,16 'laden':2 'two':19	f	2026-11-26 11:07:40.959716+00
e1161581-d41b-52a6-be88-ae6189039c8c	1	open	drone_attack	IQ	Baghdad	Victory Base Complex	33.24	44.23	site	2024-01-21	2024-01-21	day	2024-01-21	1	1	1	1	0.99	1	2024-01-21 07:15:00+00	2024-01-21 07:15:00+00	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:38.992322+00	Two drones attack base beside Baghdad airport	{}	{drone}	{"Levant Post"}	{a:baghdad,c:IQ,dm:2024-01,dy:2024,"e:air/drone strike","e:explosions/remote violence",g10:4:3,g1:44:33,k:1,m:2024-01,n:8ec58af221af5b7da9436d875fc57f8f,"o:levant post",t:drone_attack,w:drone,x:1,y:2024}	{8ec58af2-21af-5b7d-a943-6d875fc57f8f}	{1}	two drones attack base beside baghdad airport\nvictory base complex\nbaghdad\nvictoria base\nsunday, 21 january 2024\ntwo drones\nsecurity sources\nshot down one\nwounding one iraqi guard	'2024':17,51 '21':15,49 'act':92 'air':60 'airport':7,35,44 'attack':3,31,38,83 'baghdad':6,11,34,42 'base':4,9,13,32,40 'besid':5,33,41 'broke':73 'call':89 'claim':81 'complex':10 'dawn':46 'defenc':61 'disturb':78 'drone':2,19,30,37,65 'explod':68 'flight':75 'guard':28,55 'intern':43 'iraqi':27,54 'januari':16,50 'minist':87 'near':69 'nobodi':79 'offic':88 'one':24,26,53,64 'prime':86 'said':58 'secur':20,56 'shot':22,62 'sourc':21,57 'sunday':14,48 'terrorist':91 'two':1,18,29,36 'victori':8 'victoria':12,39 'warehous':71 'window':74 'wound':25,52	f	2026-11-26 11:07:40.986027+00
53286e57-a1b9-5c3d-85f1-fd7595b09dcd	2	open	car_bombing	IQ	Nineveh	Mosul	36.335	43.1189	settlement	2022-06-12	2022-06-12	day	2022-06-12	6	6	9	9	0.99	1	2022-06-15 06:00:00+00	2022-06-15 06:00:00+00	2026-11-26 11:07:39.716586+00	2026-11-26 11:07:40.123293+00	Article revised	{}	{car_bomb}	{"Upgrade Gazette"}	{a:nineveh,c:IQ,dm:2022-06,dy:2022,"e:explosions/remote violence","e:remote explosive/landmine/ied",g10:4:3,g1:43:36,k:1,k:2,k:3,k:5,m:2022-06,n:3be64a2b4c555658acae96f7f42830c4,"o:upgrade gazette",t:car_bombing,w:car_bomb,x:1,x:2,x:3,x:5,y:2022}	{3be64a2b-4c55-5658-acae-96f7f42830c4}	{2}	article revised\nmosul\nnineveh\nmarket\nsunday, 12 june 2022\ncar bomb\npolice\nkilling six people\nwounding nine	'12':7,32 '2022':9,34 'articl':1,18 'bomb':11,22 'car':10,21 'explod':23 'iraq':29 'june':8,33 'kill':13,35 'market':5,26 'mosul':3,28 'nine':17,40 'nineveh':4 'peopl':15,37 'polic':12,41 'revis':2,19 'said':42 'six':14,36 'sunday':6,31 'wound':16,39	f	2026-11-26 11:07:40.986027+00
\.


--
-- Data for Name: incident_mark; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.incident_mark (id, status, fixed, kept_apart) FROM stdin;
0bb5b6ea-1222-568a-a3df-5f603fc4da63	open	f	{}
eb63cca7-ed2e-52e0-9a97-7908b4402f73	open	f	{}
2279f9a0-29b2-5e07-b330-ef9fd2070f49	open	f	{}
df29e175-f188-51a7-8cc1-c4c2763155c9	open	f	{}
778b431e-12f3-54e2-9d4a-e97ab7e6440d	confirmed	f	{}
827b5258-c6b4-584c-8aee-f7d84dee386d	open	f	{}
38908472-d756-5e83-be39-57c5389492da	rejected	f	{}
53286e57-a1b9-5c3d-85f1-fd7595b09dcd	open	t	{}
e1161581-d41b-52a6-be88-ae6189039c8c	merged	f	{}
\.


--
-- Data for Name: incident_report; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.incident_report (report_id, incident_id, article_id, ordinal) FROM stdin;
8ae318d9-f8db-56bc-bdd0-71210a7f9ce8	0bb5b6ea-1222-568a-a3df-5f603fc4da63	fa05a9cb-3094-5aba-b5cc-b73a8a74b841	0
59528ffe-9940-5eeb-89ac-cff5e333cb82	0bb5b6ea-1222-568a-a3df-5f603fc4da63	67dda566-8fff-559e-899c-454a338e0cb3	0
b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8	eb63cca7-ed2e-52e0-9a97-7908b4402f73	74fc959b-868d-50b1-8fca-b0280e17832a	0
ea9316fa-ec38-5d77-a06e-2d74fdb29cd6	eb63cca7-ed2e-52e0-9a97-7908b4402f73	e10048d9-4692-5119-82fa-096c13157a7f	0
e1415d05-853e-5b0b-8975-f0ee289f84f4	2279f9a0-29b2-5e07-b330-ef9fd2070f49	e2e425be-f44c-5c7c-ab25-2c3bd16a1906	0
a2062681-4320-55ec-8aa1-e74350b1efb7	38908472-d756-5e83-be39-57c5389492da	64302502-c87d-5cf7-afe6-c61c39849a26	1
c269dcee-c785-524c-8bf6-ee55da393bbf	827b5258-c6b4-584c-8aee-f7d84dee386d	8ec58af2-21af-5b7d-a943-6d875fc57f8f	1
159a2aed-e575-5968-be85-d64e8348774e	df29e175-f188-51a7-8cc1-c4c2763155c9	64302502-c87d-5cf7-afe6-c61c39849a26	0
d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda	778b431e-12f3-54e2-9d4a-e97ab7e6440d	dbc04974-73d8-54c3-be66-ae206b0c92b9	0
02b32752-c53b-595f-9ef9-d33928fa814b	53286e57-a1b9-5c3d-85f1-fd7595b09dcd	3be64a2b-4c55-5658-acae-96f7f42830c4	0
c6127285-cf86-5f4a-8976-b79876af033f	53286e57-a1b9-5c3d-85f1-fd7595b09dcd	8ec58af2-21af-5b7d-a943-6d875fc57f8f	0
\.


--
-- Data for Name: mt_doc_articlereading; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.mt_doc_articlereading (id, data, mt_last_modified, mt_dotnet_type, mt_version) FROM stdin;
74fc959b-868d-50b1-8fca-b0280e17832a	{"id": "74fc959b-868d-50b1-8fca-b0280e17832a", "reports": 1, "version": 1, "revision": 1, "extractor": "rules/1.1", "requestId": null, "extractedAt": "2026-11-26T11:07:37.572834+00:00"}	2026-11-26 11:07:38.157559+00	Platform.Projection.Incidents.ArticleReading, Projection	1
fa05a9cb-3094-5aba-b5cc-b73a8a74b841	{"id": "fa05a9cb-3094-5aba-b5cc-b73a8a74b841", "reports": 1, "version": 1, "revision": 1, "extractor": "rules/1.1", "requestId": null, "extractedAt": "2026-11-26T11:07:37.472528+00:00"}	2026-11-26 11:07:38.157559+00	Platform.Projection.Incidents.ArticleReading, Projection	1
e10048d9-4692-5119-82fa-096c13157a7f	{"id": "e10048d9-4692-5119-82fa-096c13157a7f", "reports": 1, "version": 1, "revision": 1, "extractor": "rules/1.1", "requestId": null, "extractedAt": "2026-11-26T11:07:37.594177+00:00"}	2026-11-26 11:07:38.157559+00	Platform.Projection.Incidents.ArticleReading, Projection	1
67dda566-8fff-559e-899c-454a338e0cb3	{"id": "67dda566-8fff-559e-899c-454a338e0cb3", "reports": 1, "version": 1, "revision": 1, "extractor": "rules/1.1", "requestId": null, "extractedAt": "2026-11-26T11:07:37.472398+00:00"}	2026-11-26 11:07:38.157559+00	Platform.Projection.Incidents.ArticleReading, Projection	1
64302502-c87d-5cf7-afe6-c61c39849a26	{"id": "64302502-c87d-5cf7-afe6-c61c39849a26", "reports": 2, "version": 1, "revision": 1, "extractor": "rules/1.1", "requestId": null, "extractedAt": "2026-11-26T11:07:37.60326+00:00"}	2026-11-26 11:07:38.992322+00	Platform.Projection.Incidents.ArticleReading, Projection	1
e2e425be-f44c-5c7c-ab25-2c3bd16a1906	{"id": "e2e425be-f44c-5c7c-ab25-2c3bd16a1906", "reports": 1, "version": 1, "revision": 1, "extractor": "rules/1.1", "requestId": null, "extractedAt": "2026-11-26T11:07:37.597347+00:00"}	2026-11-26 11:07:38.992322+00	Platform.Projection.Incidents.ArticleReading, Projection	1
8ec58af2-21af-5b7d-a943-6d875fc57f8f	{"id": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "reports": 2, "version": 1, "revision": 1, "extractor": "rules/1.1", "requestId": null, "extractedAt": "2026-11-26T11:07:37.597454+00:00"}	2026-11-26 11:07:38.992322+00	Platform.Projection.Incidents.ArticleReading, Projection	1
4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc	{"id": "4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc", "reports": 0, "version": 1, "revision": 1, "extractor": "rules/1.1", "requestId": null, "extractedAt": "2026-11-26T11:07:37.604601+00:00"}	2026-11-26 11:07:39.225654+00	Platform.Projection.Incidents.ArticleReading, Projection	1
dbc04974-73d8-54c3-be66-ae206b0c92b9	{"id": "dbc04974-73d8-54c3-be66-ae206b0c92b9", "reports": 1, "version": 1, "revision": 1, "extractor": "rules/1.1", "requestId": null, "extractedAt": "2026-11-26T11:07:39.72944+00:00"}	2026-11-26 11:07:39.76642+00	Platform.Projection.Incidents.ArticleReading, Projection	1
6d18e9b1-d630-5550-b3a8-c32ed791f49a	{"id": "6d18e9b1-d630-5550-b3a8-c32ed791f49a", "reports": 0, "version": 1, "revision": 1, "extractor": "rules/1.1", "requestId": null, "extractedAt": "2026-11-26T11:07:40.108647+00:00"}	2026-11-26 11:07:40.214258+00	Platform.Projection.Incidents.ArticleReading, Projection	1
3be64a2b-4c55-5658-acae-96f7f42830c4	{"id": "3be64a2b-4c55-5658-acae-96f7f42830c4", "reports": 1, "version": 3, "revision": 2, "extractor": "rules/1.1", "requestId": "01a2178a-2c6a-7a2f-a9f0-d094b8ba090e", "extractedAt": "2026-11-26T11:07:41.352737+00:00"}	2026-11-26 11:07:41.373955+00	Platform.Projection.Incidents.ArticleReading, Projection	3
\.


--
-- Data for Name: mt_doc_incident; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.mt_doc_incident (id, data, mt_last_modified, mt_dotnet_type, mt_version) FROM stdin;
eb63cca7-ed2e-52e0-9a97-7908b4402f73	{"id": "eb63cca7-ed2e-52e0-9a97-7908b4402f73", "date": {"end": "2021-03-22", "text": "Monday", "start": "2021-03-22", "precision": "day"}, "place": {"lat": 33.9402, "lon": 44.3616, "name": "Balad Air Base", "text": "Balad air base", "admin1": "Salah al-Din", "country": "IQ", "precision": "site"}, "title": "Mortar attack on Balad base kills contractor", "damage": [], "status": "open", "figures": {"killed": {"max": {"max": 1, "min": 1, "reportIds": ["ea9316fa-ec38-5d77-a06e-2d74fdb29cd6", "b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8"]}, "min": {"max": 1, "min": 1, "reportIds": ["ea9316fa-ec38-5d77-a06e-2d74fdb29cd6", "b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8"]}, "best": {"max": 1, "min": 1, "reportIds": ["ea9316fa-ec38-5d77-a06e-2d74fdb29cd6", "b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8"]}, "latest": {"max": 1, "min": 1, "reportIds": ["ea9316fa-ec38-5d77-a06e-2d74fdb29cd6", "b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8"]}, "conflict": false}, "wounded": {"max": {"max": 5, "min": 5, "reportIds": ["b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8"]}, "min": {"max": 4, "min": 4, "reportIds": ["ea9316fa-ec38-5d77-a06e-2d74fdb29cd6"]}, "best": {"max": 5, "min": 5, "reportIds": ["b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8"]}, "latest": {"max": 5, "min": 5, "reportIds": ["b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8"]}, "conflict": true}}, "outlets": 2, "reports": [{"url": "https://example.org/gulf-desk/sample-5", "date": {"end": "2021-03-22", "text": "Monday", "start": "2021-03-22", "precision": "day"}, "place": {"lat": 33.9402, "lon": 44.3616, "name": "Balad Air Base", "text": "Balad air base", "admin1": "Salah al-Din", "country": "IQ", "precision": "site"}, "title": "Five hurt, one dead as shells land on Iraqi air base", "damage": [], "isMain": true, "outlet": "Gulf Desk", "ordinal": 0, "sources": [], "targets": [{"kind": "military_base", "name": "Balad Air Base", "text": "Balad air base"}], "weapons": [{"max": 3, "min": 3, "text": "three mortar rounds", "type": "mortar"}], "evidence": [{"end": 72, "field": "eventType", "start": 59}, {"end": 131, "field": "date", "start": 125}, {"end": 91, "field": "place", "start": 77}, {"end": 72, "field": "weapons[0]", "start": 53}, {"end": 91, "field": "targets[0]", "start": 77}, {"end": 18, "field": "casualties.killed", "start": 0}, {"end": 47, "field": "casualties.wounded", "start": 23}, {"end": 284, "field": "perpetrators[0]", "start": 265}], "linkedAt": "2026-11-26T11:07:38.1575592+00:00", "reportId": "b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8", "revision": 1, "articleId": "74fc959b-868d-50b1-8fca-b0280e17832a", "eventType": "shelling", "extractor": "rules/1.1", "casualties": {"killed": {"max": 1, "min": 1, "text": "One man was killed", "groups": []}, "wounded": {"max": 5, "min": 5, "text": "five others were wounded", "groups": []}}, "confidence": 0.98, "receivedAt": "2026-11-26T11:07:36.5146952+00:00", "publishedAt": "2021-03-23T00:00:00+00:00", "perpetrators": [{"kind": "armed_group", "name": "Islamic State", "text": "Islamic State group", "stance": "accused", "accuser": "army"}]}, {"url": "https://example.org/tigris-wire/sample-4", "date": {"end": "2021-03-22", "text": "Monday", "start": "2021-03-22", "precision": "day"}, "place": {"lat": 33.9402, "lon": 44.3616, "name": "Balad Air Base", "text": "Balad air base", "admin1": "Salah al-Din", "country": "IQ", "precision": "site"}, "title": "Mortar attack on Balad base kills contractor", "damage": [], "isMain": true, "outlet": "Tigris Wire", "ordinal": 0, "sources": [{"name": "police", "text": "police"}], "targets": [{"kind": "military_base", "name": "Balad Air Base", "text": "Balad air base"}], "weapons": [{"max": 3, "min": 3, "text": "Three mortar shells", "type": "mortar"}], "evidence": [{"end": 15, "field": "eventType", "start": 2}, {"end": 113, "field": "date", "start": 107}, {"end": 33, "field": "place", "start": 19}, {"end": 171, "field": "weapons[0]", "start": 152}, {"end": 33, "field": "targets[0]", "start": 19}, {"end": 79, "field": "casualties.killed", "start": 53}, {"end": 103, "field": "casualties.wounded", "start": 84}, {"end": 121, "field": "sources[0]", "start": 115}], "linkedAt": "2026-11-26T11:07:38.1575592+00:00", "reportId": "ea9316fa-ec38-5d77-a06e-2d74fdb29cd6", "revision": 1, "articleId": "e10048d9-4692-5119-82fa-096c13157a7f", "eventType": "shelling", "extractor": "rules/1.1", "casualties": {"killed": {"max": 1, "min": 1, "text": "killed an Iraqi contractor", "groups": []}, "wounded": {"max": 4, "min": 4, "text": "wounded four people", "groups": []}}, "confidence": 0.99, "receivedAt": "2026-11-26T11:07:36.5146417+00:00", "publishedAt": "2021-03-22T16:00:00+00:00", "perpetrators": []}], "targets": [{"kind": "military_base", "name": "Balad Air Base", "text": "Balad air base"}], "version": 2, "weapons": [{"max": 3, "min": 3, "text": "Three mortar shells", "type": "mortar"}], "absorbed": [], "openedAt": "2026-11-26T11:07:38.1575592+00:00", "changedAt": "2026-11-26T11:07:38.1575592+00:00", "conflicts": ["casualties.wounded"], "eventType": "shelling", "keptApart": [], "casualties": {"killed": {"max": 1, "min": 1, "text": "killed an Iraqi contractor", "groups": []}, "wounded": {"max": 5, "min": 5, "text": "five others were wounded", "groups": []}}, "confidence": 0.99, "corrections": [], "perpetrators": [{"kind": "armed_group", "name": "Islamic State", "text": "Islamic State group", "stance": "accused", "accuser": "army"}], "lastReportedAt": "2021-03-23T00:00:00+00:00", "firstReportedAt": "2021-03-22T16:00:00+00:00"}	2026-11-26 11:07:38.157559+00	Platform.Contracts.Incident, Contracts	2
0bb5b6ea-1222-568a-a3df-5f603fc4da63	{"id": "0bb5b6ea-1222-568a-a3df-5f603fc4da63", "date": {"end": "2022-06-14", "text": "Tuesday night", "start": "2022-06-14", "precision": "day", "timeOfDay": "night"}, "place": {"lat": 33.7856, "lon": 42.4412, "name": "Ain al-Asad Air Base", "text": "Ain al-Asad air base", "admin1": "Anbar", "country": "IQ", "precision": "site"}, "title": "Rockets hit Ain al-Asad air base, two soldiers wounded", "damage": [{"kind": "other", "text": "damaged"}], "status": "open", "figures": {"killed": {"max": {"max": 0, "min": 0, "reportIds": ["59528ffe-9940-5eeb-89ac-cff5e333cb82"]}, "min": {"max": 0, "min": 0, "reportIds": ["59528ffe-9940-5eeb-89ac-cff5e333cb82"]}, "best": {"max": 0, "min": 0, "reportIds": ["59528ffe-9940-5eeb-89ac-cff5e333cb82"]}, "latest": {"max": 0, "min": 0, "reportIds": ["59528ffe-9940-5eeb-89ac-cff5e333cb82"]}, "conflict": false}, "wounded": {"max": {"max": 3, "min": 3, "reportIds": ["59528ffe-9940-5eeb-89ac-cff5e333cb82"]}, "min": {"max": 2, "min": 2, "reportIds": ["8ae318d9-f8db-56bc-bdd0-71210a7f9ce8"]}, "best": {"max": 3, "min": 3, "reportIds": ["59528ffe-9940-5eeb-89ac-cff5e333cb82"]}, "latest": {"max": 3, "min": 3, "reportIds": ["59528ffe-9940-5eeb-89ac-cff5e333cb82"]}, "conflict": true}}, "outlets": 2, "reports": [{"url": "https://example.org/tigris-wire/sample-1", "date": {"end": "2022-06-14", "text": "Tuesday, 14 June", "start": "2022-06-14", "precision": "day"}, "place": {"lat": 33.7856, "lon": 42.4412, "name": "Ain al-Asad Air Base", "text": "Ain al-Asad air base", "admin1": "Anbar", "country": "IQ", "precision": "site"}, "title": "Rockets hit Ain al-Asad air base, two soldiers wounded", "damage": [{"kind": "other", "text": "damaged"}], "isMain": true, "outlet": "Tigris Wire", "ordinal": 0, "sources": [{"name": "military", "text": "military"}], "targets": [{"kind": "military_base", "name": "Ain al-Asad Air Base", "text": "Ain al-Asad air base"}, {"kind": "infrastructure", "name": "hangar", "text": "hangar"}], "weapons": [{"max": 6, "min": 6, "text": "Six Katyusha rockets", "type": "rocket", "model": "Katyusha"}], "evidence": [{"end": 30, "field": "eventType", "start": 14}, {"end": 96, "field": "date", "start": 80}, {"end": 55, "field": "place", "start": 35}, {"end": 30, "field": "weapons[0]", "start": 10}, {"end": 55, "field": "targets[0]", "start": 35}, {"end": 332, "field": "targets[1]", "start": 326}, {"end": 125, "field": "casualties.wounded", "start": 98}, {"end": 323, "field": "damage[0]", "start": 316}, {"end": 491, "field": "perpetrators[0]", "start": 477}, {"end": 139, "field": "sources[0]", "start": 131}], "linkedAt": "2026-11-26T11:07:38.1575592+00:00", "reportId": "8ae318d9-f8db-56bc-bdd0-71210a7f9ce8", "revision": 1, "articleId": "fa05a9cb-3094-5aba-b5cc-b73a8a74b841", "eventType": "rocket_attack", "extractor": "rules/1.1", "casualties": {"wounded": {"max": 2, "min": 2, "text": "wounding two Iraqi soldiers", "groups": []}}, "confidence": 0.99, "receivedAt": "2026-11-26T11:07:36.4649783+00:00", "publishedAt": "2022-06-15T05:40:00+00:00", "perpetrators": [{"kind": "armed_group", "name": "armed factions", "text": "armed factions", "stance": "suspected"}]}, {"url": "https://example.org/levant-post/sample-2", "date": {"end": "2022-06-14", "text": "Tuesday night", "start": "2022-06-14", "precision": "day", "timeOfDay": "night"}, "place": {"lat": 33.7856, "lon": 42.4412, "name": "Ain al-Asad Air Base", "text": "Ain al-Asad base", "admin1": "Anbar", "country": "IQ", "precision": "site"}, "title": "Iraqi base in Anbar comes under rocket fire", "damage": [], "isMain": true, "outlet": "Levant Post", "ordinal": 0, "sources": [{"name": "security sources", "text": "security sources"}], "targets": [{"kind": "military_base", "name": "Ain al-Asad Air Base", "text": "Ain al-Asad base"}], "weapons": [{"min": 5, "text": "At least five rockets", "type": "rocket"}], "evidence": [{"end": 21, "field": "eventType", "start": 14}, {"end": 91, "field": "date", "start": 78}, {"end": 49, "field": "place", "start": 33}, {"end": 21, "field": "weapons[0]", "start": 0}, {"end": 49, "field": "targets[0]", "start": 33}, {"end": 259, "field": "casualties.killed", "start": 242}, {"end": 179, "field": "casualties.wounded", "start": 146}, {"end": 113, "field": "sources[0]", "start": 97}], "linkedAt": "2026-11-26T11:07:38.1575592+00:00", "reportId": "59528ffe-9940-5eeb-89ac-cff5e333cb82", "revision": 1, "articleId": "67dda566-8fff-559e-899c-454a338e0cb3", "eventType": "rocket_attack", "extractor": "rules/1.1", "casualties": {"killed": {"max": 0, "min": 0, "text": "Nobody was killed", "groups": []}, "wounded": {"max": 3, "min": 3, "text": "Three Iraqi soldiers were wounded", "groups": []}}, "confidence": 0.99, "receivedAt": "2026-11-26T11:07:36.512929+00:00", "publishedAt": "2022-06-15T09:10:00+00:00", "perpetrators": []}], "targets": [{"kind": "military_base", "name": "Ain al-Asad Air Base", "text": "Ain al-Asad air base"}, {"kind": "infrastructure", "name": "hangar", "text": "hangar"}], "version": 2, "weapons": [{"max": 6, "min": 6, "text": "Six Katyusha rockets", "type": "rocket", "model": "Katyusha"}], "absorbed": [], "openedAt": "2026-11-26T11:07:38.1575592+00:00", "changedAt": "2026-11-26T11:07:38.1575592+00:00", "conflicts": ["casualties.wounded"], "eventType": "rocket_attack", "keptApart": [], "casualties": {"killed": {"max": 0, "min": 0, "text": "Nobody was killed", "groups": []}, "wounded": {"max": 3, "min": 3, "text": "Three Iraqi soldiers were wounded", "groups": []}}, "confidence": 0.99, "corrections": [], "perpetrators": [{"kind": "armed_group", "name": "armed factions", "text": "armed factions", "stance": "suspected"}], "lastReportedAt": "2022-06-15T09:10:00+00:00", "firstReportedAt": "2022-06-15T05:40:00+00:00"}	2026-11-26 11:07:38.157559+00	Platform.Contracts.Incident, Contracts	2
2279f9a0-29b2-5e07-b330-ef9fd2070f49	{"id": "2279f9a0-29b2-5e07-b330-ef9fd2070f49", "date": {"end": "2020-08-17", "text": "Monday morning", "start": "2020-08-17", "precision": "day", "timeOfDay": "morning"}, "place": {"lat": 33.5239, "lon": 44.2567, "name": "Camp Taji", "text": "Taji military base", "admin1": "Baghdad", "country": "IQ", "precision": "site"}, "title": "Roadside bomb hits supply convoy near Taji", "damage": [{"kind": "other", "text": "destroying"}], "status": "open", "figures": {"killed": {"max": {"max": 2, "min": 2, "reportIds": ["e1415d05-853e-5b0b-8975-f0ee289f84f4"]}, "min": {"max": 2, "min": 2, "reportIds": ["e1415d05-853e-5b0b-8975-f0ee289f84f4"]}, "best": {"max": 2, "min": 2, "reportIds": ["e1415d05-853e-5b0b-8975-f0ee289f84f4"]}, "latest": {"max": 2, "min": 2, "reportIds": ["e1415d05-853e-5b0b-8975-f0ee289f84f4"]}, "conflict": false}}, "outlets": 1, "reports": [{"url": "https://example.org/basra-courier/sample-6", "date": {"end": "2020-08-17", "text": "Monday morning", "start": "2020-08-17", "precision": "day", "timeOfDay": "morning"}, "place": {"lat": 33.5239, "lon": 44.2567, "name": "Camp Taji", "text": "Taji military base", "admin1": "Baghdad", "country": "IQ", "precision": "site"}, "title": "Roadside bomb hits supply convoy near Taji", "damage": [{"kind": "other", "text": "destroying"}], "isMain": true, "outlet": "Basra Courier", "ordinal": 0, "sources": [{"name": "interior ministry official", "text": "interior ministry official"}], "targets": [{"kind": "military_base", "name": "Camp Taji", "text": "Taji military base"}, {"kind": "transport", "name": "lorry", "text": "lorry"}], "weapons": [{"max": 1, "min": 1, "text": "roadside bomb", "type": "bomb", "model": "IED"}], "evidence": [{"end": 25, "field": "eventType", "start": 12}, {"end": 131, "field": "date", "start": 117}, {"end": 94, "field": "place", "start": 76}, {"end": 25, "field": "weapons[0]", "start": 12}, {"end": 94, "field": "targets[0]", "start": 76}, {"end": 197, "field": "targets[1]", "start": 192}, {"end": 174, "field": "casualties.killed", "start": 149}, {"end": 189, "field": "damage[0]", "start": 179}, {"end": 302, "field": "perpetrators[0]", "start": 285}, {"end": 228, "field": "sources[0]", "start": 202}], "linkedAt": "2026-11-26T11:07:38.9923221+00:00", "reportId": "e1415d05-853e-5b0b-8975-f0ee289f84f4", "revision": 1, "articleId": "e2e425be-f44c-5c7c-ab25-2c3bd16a1906", "eventType": "bombing", "extractor": "rules/1.1", "casualties": {"killed": {"max": 2, "min": 2, "text": "killing two Iraqi drivers", "groups": []}}, "confidence": 0.98, "receivedAt": "2026-11-26T11:07:36.5147452+00:00", "publishedAt": "2020-08-17T12:30:00+00:00", "perpetrators": [{"kind": "armed_group", "name": "Revenge Companies", "text": "Revenge Companies", "stance": "claimed"}]}], "targets": [{"kind": "military_base", "name": "Camp Taji", "text": "Taji military base"}, {"kind": "transport", "name": "lorry", "text": "lorry"}], "version": 1, "weapons": [{"max": 1, "min": 1, "text": "roadside bomb", "type": "bomb", "model": "IED"}], "absorbed": [], "openedAt": "2026-11-26T11:07:38.9923221+00:00", "changedAt": "2026-11-26T11:07:38.9923221+00:00", "conflicts": [], "eventType": "bombing", "keptApart": [], "casualties": {"killed": {"max": 2, "min": 2, "text": "killing two Iraqi drivers", "groups": []}}, "confidence": 0.98, "corrections": [], "perpetrators": [{"kind": "armed_group", "name": "Revenge Companies", "text": "Revenge Companies", "stance": "claimed"}], "lastReportedAt": "2020-08-17T12:30:00+00:00", "firstReportedAt": "2020-08-17T12:30:00+00:00"}	2026-11-26 11:07:38.992322+00	Platform.Contracts.Incident, Contracts	1
df29e175-f188-51a7-8cc1-c4c2763155c9	{"id": "df29e175-f188-51a7-8cc1-c4c2763155c9", "date": {"end": "2023-11-08", "text": "Wednesday, 8 November 2023", "start": "2023-11-08", "precision": "day"}, "place": {"lat": 36.5337, "lon": 44.3399, "name": "Al-Harir Air Base", "text": "Harir air base", "admin1": "Erbil", "country": "IQ", "precision": "site"}, "title": "Drone laden with explosives crashes into Harir air base", "damage": [], "status": "open", "outlets": 1, "reports": [{"url": "https://example.org/erbil-chronicle/sample-3", "date": {"end": "2023-11-08", "text": "Wednesday, 8 November 2023", "start": "2023-11-08", "precision": "day"}, "place": {"lat": 36.5337, "lon": 44.3399, "name": "Al-Harir Air Base", "text": "Harir air base", "admin1": "Erbil", "country": "IQ", "precision": "site"}, "title": "Drone laden with explosives crashes into Harir air base", "damage": [], "isMain": true, "outlet": "Erbil Chronicle", "ordinal": 0, "sources": [{"name": "officials", "text": "officials"}], "targets": [{"kind": "military_base", "name": "Al-Harir Air Base", "text": "Harir air base"}], "weapons": [{"max": 1, "min": 1, "text": "explosive-laden drone", "type": "drone"}], "evidence": [{"end": 32, "field": "eventType", "start": 11}, {"end": 101, "field": "date", "start": 75}, {"end": 51, "field": "place", "start": 37}, {"end": 32, "field": "weapons[0]", "start": 11}, {"end": 51, "field": "targets[0]", "start": 37}, {"end": 168, "field": "sources[0]", "start": 159}], "linkedAt": "2026-11-26T11:07:38.9923221+00:00", "reportId": "159a2aed-e575-5968-be85-d64e8348774e", "revision": 1, "articleId": "64302502-c87d-5cf7-afe6-c61c39849a26", "eventType": "drone_attack", "extractor": "rules/1.1", "confidence": 0.97, "receivedAt": "2026-11-26T11:07:36.5132182+00:00", "publishedAt": "2023-11-09T00:00:00+00:00", "perpetrators": []}], "targets": [{"kind": "military_base", "name": "Al-Harir Air Base", "text": "Harir air base"}], "version": 1, "weapons": [{"max": 1, "min": 1, "text": "explosive-laden drone", "type": "drone"}], "absorbed": [], "openedAt": "2026-11-26T11:07:38.9923221+00:00", "changedAt": "2026-11-26T11:07:38.9923221+00:00", "conflicts": [], "eventType": "drone_attack", "keptApart": [], "confidence": 0.97, "corrections": [], "perpetrators": [], "lastReportedAt": "2023-11-09T00:00:00+00:00", "firstReportedAt": "2023-11-09T00:00:00+00:00"}	2026-11-26 11:07:38.992322+00	Platform.Contracts.Incident, Contracts	1
827b5258-c6b4-584c-8aee-f7d84dee386d	{"id": "827b5258-c6b4-584c-8aee-f7d84dee386d", "place": {"lat": 33.24, "lon": 44.23, "name": "Victory Base Complex", "text": "Victoria base", "admin1": "Baghdad", "country": "IQ", "precision": "site"}, "title": "Two drones attack base beside Baghdad airport", "damage": [], "status": "open", "outlets": 1, "reports": [{"url": "https://example.org/levant-post/sample-8", "place": {"lat": 33.24, "lon": 44.23, "name": "Victory Base Complex", "text": "Victoria base", "admin1": "Baghdad", "country": "IQ", "precision": "site"}, "title": "Two drones attack base beside Baghdad airport", "damage": [], "isMain": false, "outlet": "Levant Post", "ordinal": 1, "sources": [], "targets": [{"kind": "company", "name": "warehouse", "text": "warehouse"}], "weapons": [], "evidence": [{"end": 217, "field": "eventType", "start": 209}, {"end": 33, "field": "place", "start": 20}, {"end": 234, "field": "targets[0]", "start": 225}], "linkedAt": "2026-11-26T11:07:38.9923221+00:00", "reportId": "c269dcee-c785-524c-8bf6-ee55da393bbf", "revision": 1, "articleId": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "eventType": "bombing", "extractor": "rules/1.1", "confidence": 0.77, "receivedAt": "2026-11-26T11:07:36.5148315+00:00", "publishedAt": "2024-01-21T07:15:00+00:00", "perpetrators": []}], "targets": [{"kind": "company", "name": "warehouse", "text": "warehouse"}], "version": 3, "weapons": [], "absorbed": [], "openedAt": "2026-11-26T11:07:38.9923221+00:00", "changedAt": "2026-11-26T11:07:40.9452479+00:00", "conflicts": [], "eventType": "bombing", "keptApart": [], "confidence": 0.77, "corrections": [], "perpetrators": [], "lastReportedAt": "2024-01-21T07:15:00+00:00", "firstReportedAt": "2024-01-21T07:15:00+00:00"}	2026-11-26 11:07:40.945247+00	Platform.Contracts.Incident, Contracts	3
53286e57-a1b9-5c3d-85f1-fd7595b09dcd	{"id": "53286e57-a1b9-5c3d-85f1-fd7595b09dcd", "date": {"end": "2022-06-12", "text": "Sunday, 12 June 2022", "start": "2022-06-12", "precision": "day"}, "fixed": true, "place": {"lat": 33.24, "lon": 44.23, "name": "Victory Base Complex", "text": "Victoria base", "admin1": "Baghdad", "country": "IQ", "precision": "site"}, "title": "Article revised", "damage": [], "status": "open", "figures": {"killed": {"max": {"max": 6, "min": 6, "reportIds": ["02b32752-c53b-595f-9ef9-d33928fa814b"]}, "min": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "best": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "latest": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "conflict": true}, "wounded": {"max": {"max": 9, "min": 9, "reportIds": ["02b32752-c53b-595f-9ef9-d33928fa814b"]}, "min": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "best": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "latest": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "conflict": true}}, "outlets": 2, "reports": [{"date": {"end": "2022-06-12", "text": "Sunday, 12 June 2022", "start": "2022-06-12", "precision": "day"}, "place": {"lat": 36.335, "lon": 43.1189, "name": "Mosul", "text": "Mosul", "admin1": "Nineveh", "country": "IQ", "precision": "settlement"}, "title": "Article revised", "damage": [], "isMain": true, "outlet": "Upgrade Gazette", "ordinal": 0, "sources": [{"name": "police", "text": "police"}], "targets": [{"kind": "civilians", "name": "market", "text": "market"}], "weapons": [{"max": 1, "min": 1, "text": "car bomb", "type": "car_bomb"}], "evidence": [{"end": 10, "field": "eventType", "start": 2}, {"end": 71, "field": "date", "start": 51}, {"end": 40, "field": "place", "start": 35}, {"end": 10, "field": "weapons[0]", "start": 2}, {"end": 31, "field": "targets[0]", "start": 25}, {"end": 91, "field": "casualties.killed", "start": 73}, {"end": 109, "field": "casualties.wounded", "start": 96}, {"end": 117, "field": "sources[0]", "start": 111}], "linkedAt": "2026-11-26T11:07:40.1232932+00:00", "reportId": "02b32752-c53b-595f-9ef9-d33928fa814b", "revision": 2, "articleId": "3be64a2b-4c55-5658-acae-96f7f42830c4", "eventType": "car_bombing", "extractor": "rules/1.1", "casualties": {"killed": {"max": 6, "min": 6, "text": "killing six people", "groups": []}, "wounded": {"max": 9, "min": 9, "text": "wounding nine", "groups": []}}, "confidence": 0.99, "receivedAt": "2026-11-26T11:07:40.0653889+00:00", "publishedAt": "2022-06-15T06:00:00+00:00", "perpetrators": []}, {"url": "https://example.org/levant-post/sample-8", "date": {"end": "2024-01-21", "text": "Sunday, 21 January 2024", "start": "2024-01-21", "precision": "day"}, "place": {"lat": 33.24, "lon": 44.23, "name": "Victory Base Complex", "text": "Victoria base", "admin1": "Baghdad", "country": "IQ", "precision": "site"}, "title": "Two drones attack base beside Baghdad airport", "damage": [], "isMain": true, "outlet": "Levant Post", "ordinal": 0, "sources": [{"name": "security sources", "text": "security sources"}], "targets": [{"kind": "military_base", "name": "Victory Base Complex", "text": "Victoria base"}], "weapons": [{"max": 2, "min": 2, "text": "Two drones", "type": "drone"}], "evidence": [{"end": 10, "field": "eventType", "start": 4}, {"end": 109, "field": "date", "start": 86}, {"end": 33, "field": "place", "start": 20}, {"end": 10, "field": "weapons[0]", "start": 0}, {"end": 33, "field": "targets[0]", "start": 20}, {"end": 191, "field": "casualties.killed", "start": 178}, {"end": 135, "field": "casualties.wounded", "start": 111}, {"end": 153, "field": "sources[0]", "start": 137}], "linkedAt": "2026-11-26T11:07:38.9923221+00:00", "reportId": "c6127285-cf86-5f4a-8976-b79876af033f", "revision": 1, "articleId": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "eventType": "drone_attack", "extractor": "rules/1.1", "casualties": {"killed": {"max": 1, "min": 1, "text": "shot down one", "groups": []}, "wounded": {"max": 1, "min": 1, "text": "wounding one Iraqi guard", "groups": []}}, "confidence": 0.99, "receivedAt": "2026-11-26T11:07:36.5148315+00:00", "publishedAt": "2024-01-21T07:15:00+00:00", "perpetrators": []}], "targets": [{"kind": "civilians", "name": "market", "text": "market"}, {"kind": "military_base", "name": "Victory Base Complex", "text": "Victoria base"}], "version": 3, "weapons": [{"max": 1, "min": 1, "text": "car bomb", "type": "car_bomb"}, {"max": 2, "min": 2, "text": "Two drones", "type": "drone"}], "absorbed": ["e1161581-d41b-52a6-be88-ae6189039c8c"], "openedAt": "2026-11-26T11:07:39.7165869+00:00", "changedAt": "2026-11-26T11:07:40.9860278+00:00", "conflicts": ["eventType", "date", "place", "weapons", "casualties.killed", "casualties.wounded"], "eventType": "car_bombing", "keptApart": [], "casualties": {"killed": {"max": 1, "min": 1, "text": "shot down one", "groups": []}, "wounded": {"max": 1, "min": 1, "text": "wounding one Iraqi guard", "groups": []}}, "confidence": 0.99, "corrections": [], "perpetrators": [], "lastReportedAt": "2024-01-21T07:15:00+00:00", "firstReportedAt": "2022-06-15T06:00:00+00:00"}	2026-11-26 11:07:40.986027+00	Platform.Contracts.Incident, Contracts	3
e1161581-d41b-52a6-be88-ae6189039c8c	{"id": "e1161581-d41b-52a6-be88-ae6189039c8c", "date": {"end": "2024-01-21", "text": "Sunday, 21 January 2024", "start": "2024-01-21", "precision": "day"}, "place": {"lat": 33.24, "lon": 44.23, "name": "Victory Base Complex", "text": "Victoria base", "admin1": "Baghdad", "country": "IQ", "precision": "site"}, "title": "Two drones attack base beside Baghdad airport", "damage": [], "status": "merged", "figures": {"killed": {"max": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "min": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "best": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "latest": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "conflict": false}, "wounded": {"max": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "min": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "best": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "latest": {"max": 1, "min": 1, "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f"]}, "conflict": false}}, "outlets": 1, "reports": [], "targets": [{"kind": "military_base", "name": "Victory Base Complex", "text": "Victoria base"}], "version": 2, "weapons": [{"max": 2, "min": 2, "text": "Two drones", "type": "drone"}], "absorbed": [], "openedAt": "2026-11-26T11:07:38.9923221+00:00", "changedAt": "2026-11-26T11:07:40.9860278+00:00", "conflicts": [], "eventType": "drone_attack", "keptApart": [], "casualties": {"killed": {"max": 1, "min": 1, "text": "shot down one", "groups": []}, "wounded": {"max": 1, "min": 1, "text": "wounding one Iraqi guard", "groups": []}}, "confidence": 0.99, "mergedInto": "53286e57-a1b9-5c3d-85f1-fd7595b09dcd", "corrections": [], "perpetrators": [], "lastReportedAt": "2024-01-21T07:15:00+00:00", "firstReportedAt": "2024-01-21T07:15:00+00:00"}	2026-11-26 11:07:40.986027+00	Platform.Contracts.Incident, Contracts	2
778b431e-12f3-54e2-9d4a-e97ab7e6440d	{"id": "778b431e-12f3-54e2-9d4a-e97ab7e6440d", "date": {"end": "2022-06-13", "text": "Monday, 13 June 2022", "start": "2022-06-13", "precision": "day"}, "place": {"lat": 35.4681, "lon": 44.3922, "name": "Kirkuk", "text": "Kirkuk", "admin1": "Kirkuk", "country": "IQ", "precision": "settlement"}, "title": "Article keyed", "damage": [], "status": "confirmed", "figures": {"killed": {"max": {"max": 3, "min": 3, "reportIds": ["d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda"]}, "min": {"max": 3, "min": 3, "reportIds": ["d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda"]}, "best": {"max": 4, "min": 4, "reportIds": []}, "latest": {"max": 3, "min": 3, "reportIds": ["d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda"]}, "conflict": false}}, "outlets": 1, "reports": [{"date": {"end": "2022-06-13", "text": "Monday, 13 June 2022", "start": "2022-06-13", "precision": "day"}, "place": {"lat": 35.4681, "lon": 44.3922, "name": "Kirkuk", "text": "Kirkuk", "admin1": "Kirkuk", "country": "IQ", "precision": "settlement"}, "title": "Article keyed", "damage": [], "isMain": true, "outlet": "Upgrade Gazette", "ordinal": 0, "sources": [{"name": "police", "text": "police"}], "targets": [], "weapons": [], "evidence": [{"end": 16, "field": "eventType", "start": 7}, {"end": 89, "field": "date", "start": 69}, {"end": 58, "field": "place", "start": 52}, {"end": 32, "field": "casualties.killed", "start": 7}, {"end": 6, "field": "perpetrators[0]", "start": 0}, {"end": 97, "field": "sources[0]", "start": 91}], "linkedAt": "2026-11-26T11:07:39.7664203+00:00", "reportId": "d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda", "revision": 1, "articleId": "dbc04974-73d8-54c3-be66-ae206b0c92b9", "eventType": "shooting", "extractor": "rules/1.1", "casualties": {"killed": {"max": 3, "min": 3, "text": "shot dead three policemen", "groups": []}}, "confidence": 0.96, "receivedAt": "2026-11-26T11:07:39.6134514+00:00", "publishedAt": "2022-06-15T06:00:00+00:00", "perpetrators": [{"kind": "unknown", "name": "Gunmen", "text": "Gunmen", "stance": "stated"}]}], "targets": [], "version": 3, "weapons": [], "absorbed": [], "openedAt": "2026-11-26T11:07:39.7664203+00:00", "changedAt": "2026-11-26T11:07:40.8411138+00:00", "conflicts": [], "eventType": "shooting", "keptApart": [], "casualties": {"killed": {"max": 4, "min": 4, "text": "The hospital's list.", "groups": []}}, "confidence": 0.96, "corrections": [{"actor": {"kind": "person", "name": "Ann Analyst"}, "field": "casualties.killed", "value": {"max": 4, "min": 4, "text": "The hospital's list."}, "reason": "The hospital's list.", "correctedAt": "2026-11-26T11:07:40.8014137+00:00"}], "perpetrators": [{"kind": "unknown", "name": "Gunmen", "text": "Gunmen", "stance": "stated"}], "lastReportedAt": "2022-06-15T06:00:00+00:00", "firstReportedAt": "2022-06-15T06:00:00+00:00"}	2026-11-26 11:07:40.841113+00	Platform.Contracts.Incident, Contracts	3
38908472-d756-5e83-be39-57c5389492da	{"id": "38908472-d756-5e83-be39-57c5389492da", "place": {"lat": 36.5337, "lon": 44.3399, "name": "Al-Harir Air Base", "text": "Harir air base", "admin1": "Erbil", "country": "IQ", "precision": "site"}, "title": "Drone laden with explosives crashes into Harir air base", "damage": [], "status": "rejected", "figures": {"killed": {"max": {"max": 0, "min": 0, "reportIds": ["a2062681-4320-55ec-8aa1-e74350b1efb7"]}, "min": {"max": 0, "min": 0, "reportIds": ["a2062681-4320-55ec-8aa1-e74350b1efb7"]}, "best": {"max": 0, "min": 0, "reportIds": ["a2062681-4320-55ec-8aa1-e74350b1efb7"]}, "latest": {"max": 0, "min": 0, "reportIds": ["a2062681-4320-55ec-8aa1-e74350b1efb7"]}, "conflict": false}, "wounded": {"max": {"max": 0, "min": 0, "reportIds": ["a2062681-4320-55ec-8aa1-e74350b1efb7"]}, "min": {"max": 0, "min": 0, "reportIds": ["a2062681-4320-55ec-8aa1-e74350b1efb7"]}, "best": {"max": 0, "min": 0, "reportIds": ["a2062681-4320-55ec-8aa1-e74350b1efb7"]}, "latest": {"max": 0, "min": 0, "reportIds": ["a2062681-4320-55ec-8aa1-e74350b1efb7"]}, "conflict": false}}, "outlets": 1, "reports": [{"url": "https://example.org/erbil-chronicle/sample-3", "place": {"lat": 36.5337, "lon": 44.3399, "name": "Al-Harir Air Base", "text": "Harir air base", "admin1": "Erbil", "country": "IQ", "precision": "site"}, "title": "Drone laden with explosives crashes into Harir air base", "damage": [], "isMain": false, "outlet": "Erbil Chronicle", "ordinal": 1, "sources": [], "targets": [], "weapons": [{"max": 2, "min": 2, "text": "two drones", "type": "drone"}], "evidence": [{"end": 189, "field": "eventType", "start": 184}, {"end": 51, "field": "place", "start": 37}, {"end": 383, "field": "weapons[0]", "start": 373}, {"end": 257, "field": "casualties.killed", "start": 244}, {"end": 257, "field": "casualties.wounded", "start": 244}], "linkedAt": "2026-11-26T11:07:38.9923221+00:00", "reportId": "a2062681-4320-55ec-8aa1-e74350b1efb7", "revision": 1, "articleId": "64302502-c87d-5cf7-afe6-c61c39849a26", "eventType": "drone_attack", "extractor": "rules/1.1", "casualties": {"killed": {"max": 0, "min": 0, "text": "no casualties", "groups": []}, "wounded": {"max": 0, "min": 0, "text": "no casualties", "groups": []}}, "confidence": 0.94, "receivedAt": "2026-11-26T11:07:36.5132182+00:00", "publishedAt": "2023-11-09T00:00:00+00:00", "perpetrators": []}], "targets": [], "version": 2, "weapons": [{"max": 2, "min": 2, "text": "two drones", "type": "drone"}], "absorbed": [], "openedAt": "2026-11-26T11:07:38.9923221+00:00", "changedAt": "2026-11-26T11:07:40.9597164+00:00", "conflicts": [], "eventType": "drone_attack", "keptApart": [], "casualties": {"killed": {"max": 0, "min": 0, "text": "no casualties", "groups": []}, "wounded": {"max": 0, "min": 0, "text": "no casualties", "groups": []}}, "confidence": 0.94, "corrections": [], "perpetrators": [], "lastReportedAt": "2023-11-09T00:00:00+00:00", "firstReportedAt": "2023-11-09T00:00:00+00:00"}	2026-11-26 11:07:40.959716+00	Platform.Contracts.Incident, Contracts	2
\.


--
-- Data for Name: mt_event_progression; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.mt_event_progression (name, last_seq_id, last_updated) FROM stdin;
relay	32	2026-11-26 11:07:41.387458+00
articles	17	2026-11-26 11:07:42.589271+00
\.


--
-- Data for Name: mt_events; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.mt_events (seq_id, id, stream_id, version, data, bdata, type, "timestamp", tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, is_archived) FROM stdin;
1	10bfa398-ba54-59c2-8f5b-95d0951d723a	74fc959b-868d-50b1-8fca-b0280e17832a	1	{"article": {"url": "https://example.org/gulf-desk/sample-5", "title": "Five hurt, one dead as shells land on Iraqi air base", "outlet": "Gulf Desk", "revision": 1, "articleId": "74fc959b-868d-50b1-8fca-b0280e17832a", "receivedAt": "2026-11-26T11:07:36.5146952+00:00", "publishedAt": "2021-03-23T00:00:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": ["b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8"], "aggregates": [], "extractedAt": "2026-11-26T11:07:37.572834+00:00"}}	\N	article_extracted	2026-11-26 11:07:38.157559+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	74fc959b-868d-50b1-8fca-b0280e17832a	dc355981-72c1-5b94-afd5-6ac5e12010ae	{"traceparent": "00-d60a01899c771dc310ff4eae53e0e1f7-053fc3f504e3bdca-00"}	f
2	101175d8-cf6f-5ad0-9c0f-b4f2dd84aa26	fa05a9cb-3094-5aba-b5cc-b73a8a74b841	1	{"article": {"url": "https://example.org/tigris-wire/sample-1", "title": "Rockets hit Ain al-Asad air base, two soldiers wounded", "outlet": "Tigris Wire", "revision": 1, "articleId": "fa05a9cb-3094-5aba-b5cc-b73a8a74b841", "receivedAt": "2026-11-26T11:07:36.4649783+00:00", "publishedAt": "2022-06-15T05:40:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": ["8ae318d9-f8db-56bc-bdd0-71210a7f9ce8"], "aggregates": [], "extractedAt": "2026-11-26T11:07:37.472528+00:00"}}	\N	article_extracted	2026-11-26 11:07:38.157559+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	fa05a9cb-3094-5aba-b5cc-b73a8a74b841	739d76a9-5965-550b-87d9-7a9087e27a85	{"traceparent": "00-74df39b1fe9c8d2ec618f122ebd95d54-83ac3e19a0ef6234-00"}	f
3	05caa446-428c-5ed6-8200-47d8df5cbb1e	e10048d9-4692-5119-82fa-096c13157a7f	1	{"article": {"url": "https://example.org/tigris-wire/sample-4", "title": "Mortar attack on Balad base kills contractor", "outlet": "Tigris Wire", "revision": 1, "articleId": "e10048d9-4692-5119-82fa-096c13157a7f", "receivedAt": "2026-11-26T11:07:36.5146417+00:00", "publishedAt": "2021-03-22T16:00:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": ["ea9316fa-ec38-5d77-a06e-2d74fdb29cd6"], "aggregates": [], "extractedAt": "2026-11-26T11:07:37.594177+00:00"}}	\N	article_extracted	2026-11-26 11:07:38.157559+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	e10048d9-4692-5119-82fa-096c13157a7f	b6998cab-2c53-5dc3-af18-bba05fdf2209	{"traceparent": "00-19178711dddaaa3e1d3f65f2b82dd69b-4ed8ee3079d97589-00"}	f
4	e5aca102-e6cc-5760-af4a-8101d80a05eb	67dda566-8fff-559e-899c-454a338e0cb3	1	{"article": {"url": "https://example.org/levant-post/sample-2", "title": "Iraqi base in Anbar comes under rocket fire", "outlet": "Levant Post", "revision": 1, "articleId": "67dda566-8fff-559e-899c-454a338e0cb3", "receivedAt": "2026-11-26T11:07:36.512929+00:00", "publishedAt": "2022-06-15T09:10:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": ["59528ffe-9940-5eeb-89ac-cff5e333cb82"], "aggregates": [], "extractedAt": "2026-11-26T11:07:37.472398+00:00"}}	\N	article_extracted	2026-11-26 11:07:38.157559+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	67dda566-8fff-559e-899c-454a338e0cb3	262c999d-40af-5dfa-9933-9051bdb0dca3	{"traceparent": "00-ca6e9e7a3762482bd270f0811c6d5b4c-d45fb62c8e62e661-00"}	f
5	ca65e1f1-974c-5eda-a775-0545f17937b0	eb63cca7-ed2e-52e0-9a97-7908b4402f73	1	{"clues": {"terms": ["iraqi", "balad", "iraq", "salahuddin", "islamic", "state", "five", "one", "dead", "air", "base", "man", "hurt", "shells", "land", "killed", "others", "wounded", "three", "mortar", "rounds", "hit", "province", "monday", "local", "council", "member", "said", "tuesday", "worked", "company", "maintains", "aircraft", "army", "blamed", "remnants", "group"], "people": []}, "report": {"date": {"end": "2021-03-22", "text": "Monday", "start": "2021-03-22", "precision": "day"}, "place": {"lat": 33.9402, "lon": 44.3616, "name": "Balad Air Base", "text": "Balad air base", "admin1": "Salah al-Din", "country": "IQ", "precision": "site"}, "damage": [], "isMain": true, "ordinal": 0, "sources": [], "targets": [{"kind": "military_base", "name": "Balad Air Base", "text": "Balad air base"}], "weapons": [{"max": 3, "min": 3, "text": "three mortar rounds", "type": "mortar"}], "evidence": [{"end": 72, "field": "eventType", "start": 59}, {"end": 131, "field": "date", "start": 125}, {"end": 91, "field": "place", "start": 77}, {"end": 72, "field": "weapons[0]", "start": 53}, {"end": 91, "field": "targets[0]", "start": 77}, {"end": 18, "field": "casualties.killed", "start": 0}, {"end": 47, "field": "casualties.wounded", "start": 23}, {"end": 284, "field": "perpetrators[0]", "start": 265}], "reportId": "b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8", "articleId": "74fc959b-868d-50b1-8fca-b0280e17832a", "eventType": "shelling", "extractor": "rules/1.1", "casualties": {"killed": {"max": 1, "min": 1, "text": "One man was killed", "groups": []}, "wounded": {"max": 5, "min": 5, "text": "five others were wounded", "groups": []}}, "confidence": 0.98, "perpetrators": [{"kind": "armed_group", "name": "Islamic State", "text": "Islamic State group", "stance": "accused", "accuser": "army"}]}, "article": {"url": "https://example.org/gulf-desk/sample-5", "title": "Five hurt, one dead as shells land on Iraqi air base", "outlet": "Gulf Desk", "revision": 1, "articleId": "74fc959b-868d-50b1-8fca-b0280e17832a", "receivedAt": "2026-11-26T11:07:36.5146952+00:00", "publishedAt": "2021-03-23T00:00:00+00:00"}, "openedAt": "2026-11-26T11:07:38.1575592+00:00", "incidentId": "eb63cca7-ed2e-52e0-9a97-7908b4402f73", "possibleDuplicates": []}	\N	incident_opened	2026-11-26 11:07:38.157559+00	*DEFAULT*	Platform.Contracts.IncidentOpened, Contracts	74fc959b-868d-50b1-8fca-b0280e17832a	dc355981-72c1-5b94-afd5-6ac5e12010ae	{"traceparent": "00-d60a01899c771dc310ff4eae53e0e1f7-053fc3f504e3bdca-00"}	f
6	df33d1d9-a88d-51ea-8faa-589da3df41c9	0bb5b6ea-1222-568a-a3df-5f603fc4da63	1	{"clues": {"terms": ["ain", "asad", "baghdad", "katyusha", "iraq", "iraqi", "baghdadi", "anbar", "14", "kilometres", "hangar", "base", "rockets", "two", "hit", "air", "soldiers", "said", "wounded", "six", "western", "late", "tuesday", "june", "wounding", "military", "fired", "back", "truck", "found", "burning", "town", "eight", "province", "damaged", "others", "fell", "open", "ground", "group", "claimed", "attack", "security", "official", "asked", "named", "suspected", "one", "armed", "factions", "threatened", "foreign", "troops", "spring"], "people": []}, "report": {"date": {"end": "2022-06-14", "text": "Tuesday, 14 June", "start": "2022-06-14", "precision": "day"}, "place": {"lat": 33.7856, "lon": 42.4412, "name": "Ain al-Asad Air Base", "text": "Ain al-Asad air base", "admin1": "Anbar", "country": "IQ", "precision": "site"}, "damage": [{"kind": "other", "text": "damaged"}], "isMain": true, "ordinal": 0, "sources": [{"name": "military", "text": "military"}], "targets": [{"kind": "military_base", "name": "Ain al-Asad Air Base", "text": "Ain al-Asad air base"}, {"kind": "infrastructure", "name": "hangar", "text": "hangar"}], "weapons": [{"max": 6, "min": 6, "text": "Six Katyusha rockets", "type": "rocket", "model": "Katyusha"}], "evidence": [{"end": 30, "field": "eventType", "start": 14}, {"end": 96, "field": "date", "start": 80}, {"end": 55, "field": "place", "start": 35}, {"end": 30, "field": "weapons[0]", "start": 10}, {"end": 55, "field": "targets[0]", "start": 35}, {"end": 332, "field": "targets[1]", "start": 326}, {"end": 125, "field": "casualties.wounded", "start": 98}, {"end": 323, "field": "damage[0]", "start": 316}, {"end": 491, "field": "perpetrators[0]", "start": 477}, {"end": 139, "field": "sources[0]", "start": 131}], "reportId": "8ae318d9-f8db-56bc-bdd0-71210a7f9ce8", "articleId": "fa05a9cb-3094-5aba-b5cc-b73a8a74b841", "eventType": "rocket_attack", "extractor": "rules/1.1", "casualties": {"wounded": {"max": 2, "min": 2, "text": "wounding two Iraqi soldiers", "groups": []}}, "confidence": 0.99, "perpetrators": [{"kind": "armed_group", "name": "armed factions", "text": "armed factions", "stance": "suspected"}]}, "article": {"url": "https://example.org/tigris-wire/sample-1", "title": "Rockets hit Ain al-Asad air base, two soldiers wounded", "outlet": "Tigris Wire", "revision": 1, "articleId": "fa05a9cb-3094-5aba-b5cc-b73a8a74b841", "receivedAt": "2026-11-26T11:07:36.4649783+00:00", "publishedAt": "2022-06-15T05:40:00+00:00"}, "openedAt": "2026-11-26T11:07:38.1575592+00:00", "incidentId": "0bb5b6ea-1222-568a-a3df-5f603fc4da63", "possibleDuplicates": []}	\N	incident_opened	2026-11-26 11:07:38.157559+00	*DEFAULT*	Platform.Contracts.IncidentOpened, Contracts	fa05a9cb-3094-5aba-b5cc-b73a8a74b841	739d76a9-5965-550b-87d9-7a9087e27a85	{"traceparent": "00-74df39b1fe9c8d2ec618f122ebd95d54-83ac3e19a0ef6234-00"}	f
7	57277b3b-3596-51b3-871c-230c9c84fdbd	eb63cca7-ed2e-52e0-9a97-7908b4402f73	2	{"clues": {"terms": ["balad", "baghdad", "iraqi", "salahuddin", "11", "base", "mortar", "attack", "contractor", "kills", "air", "north", "killed", "wounded", "four", "people", "monday", "police", "province", "said", "three", "shells", "landed", "one", "next", "workshop", "country", "fighter", "jets", "serviced", "officers", "searched", "farmland", "river", "made", "arrests", "last", "year", "rocket", "same", "caused", "damage"], "people": []}, "score": 0.9992311215001068, "report": {"date": {"end": "2021-03-22", "text": "Monday", "start": "2021-03-22", "precision": "day"}, "place": {"lat": 33.9402, "lon": 44.3616, "name": "Balad Air Base", "text": "Balad air base", "admin1": "Salah al-Din", "country": "IQ", "precision": "site"}, "damage": [], "isMain": true, "ordinal": 0, "sources": [{"name": "police", "text": "police"}], "targets": [{"kind": "military_base", "name": "Balad Air Base", "text": "Balad air base"}], "weapons": [{"max": 3, "min": 3, "text": "Three mortar shells", "type": "mortar"}], "evidence": [{"end": 15, "field": "eventType", "start": 2}, {"end": 113, "field": "date", "start": 107}, {"end": 33, "field": "place", "start": 19}, {"end": 171, "field": "weapons[0]", "start": 152}, {"end": 33, "field": "targets[0]", "start": 19}, {"end": 79, "field": "casualties.killed", "start": 53}, {"end": 103, "field": "casualties.wounded", "start": 84}, {"end": 121, "field": "sources[0]", "start": 115}], "reportId": "ea9316fa-ec38-5d77-a06e-2d74fdb29cd6", "articleId": "e10048d9-4692-5119-82fa-096c13157a7f", "eventType": "shelling", "extractor": "rules/1.1", "casualties": {"killed": {"max": 1, "min": 1, "text": "killed an Iraqi contractor", "groups": []}, "wounded": {"max": 4, "min": 4, "text": "wounded four people", "groups": []}}, "confidence": 0.99, "perpetrators": []}, "article": {"url": "https://example.org/tigris-wire/sample-4", "title": "Mortar attack on Balad base kills contractor", "outlet": "Tigris Wire", "revision": 1, "articleId": "e10048d9-4692-5119-82fa-096c13157a7f", "receivedAt": "2026-11-26T11:07:36.5146417+00:00", "publishedAt": "2021-03-22T16:00:00+00:00"}, "reasons": ["same day, 2021-03-22", "same place, Balad Air Base", "same kind of attack", "1 killed in both", "5 and 4 wounded", "3 of the same weapon in both", "same target", "33% of the telling words in both"], "linkedAt": "2026-11-26T11:07:38.1575592+00:00", "incidentId": "eb63cca7-ed2e-52e0-9a97-7908b4402f73", "possibleDuplicates": []}	\N	report_linked	2026-11-26 11:07:38.157559+00	*DEFAULT*	Platform.Contracts.ReportLinked, Contracts	e10048d9-4692-5119-82fa-096c13157a7f	b6998cab-2c53-5dc3-af18-bba05fdf2209	{"traceparent": "00-19178711dddaaa3e1d3f65f2b82dd69b-4ed8ee3079d97589-00"}	f
8	5c29806f-b4f7-5e19-9d9b-5383947889db	0bb5b6ea-1222-568a-a3df-5f603fc4da63	2	{"clues": {"terms": ["iraqi", "anbar", "ain", "asad", "iraq", "levant", "post", "hit", "baghdadi", "lorry", "base", "two", "comes", "rocket", "fire", "least", "five", "rockets", "struck", "province", "tuesday", "night", "security", "sources", "told", "wednesday", "three", "soldiers", "wounded", "one", "doctor", "hospital", "said", "killed", "launcher", "mounted", "found", "orchard", "first", "attack", "months"], "people": []}, "score": 0.9919915179334372, "report": {"date": {"end": "2022-06-14", "text": "Tuesday night", "start": "2022-06-14", "precision": "day", "timeOfDay": "night"}, "place": {"lat": 33.7856, "lon": 42.4412, "name": "Ain al-Asad Air Base", "text": "Ain al-Asad base", "admin1": "Anbar", "country": "IQ", "precision": "site"}, "damage": [], "isMain": true, "ordinal": 0, "sources": [{"name": "security sources", "text": "security sources"}], "targets": [{"kind": "military_base", "name": "Ain al-Asad Air Base", "text": "Ain al-Asad base"}], "weapons": [{"min": 5, "text": "At least five rockets", "type": "rocket"}], "evidence": [{"end": 21, "field": "eventType", "start": 14}, {"end": 91, "field": "date", "start": 78}, {"end": 49, "field": "place", "start": 33}, {"end": 21, "field": "weapons[0]", "start": 0}, {"end": 49, "field": "targets[0]", "start": 33}, {"end": 259, "field": "casualties.killed", "start": 242}, {"end": 179, "field": "casualties.wounded", "start": 146}, {"end": 113, "field": "sources[0]", "start": 97}], "reportId": "59528ffe-9940-5eeb-89ac-cff5e333cb82", "articleId": "67dda566-8fff-559e-899c-454a338e0cb3", "eventType": "rocket_attack", "extractor": "rules/1.1", "casualties": {"killed": {"max": 0, "min": 0, "text": "Nobody was killed", "groups": []}, "wounded": {"max": 3, "min": 3, "text": "Three Iraqi soldiers were wounded", "groups": []}}, "confidence": 0.99, "perpetrators": []}, "article": {"url": "https://example.org/levant-post/sample-2", "title": "Iraqi base in Anbar comes under rocket fire", "outlet": "Levant Post", "revision": 1, "articleId": "67dda566-8fff-559e-899c-454a338e0cb3", "receivedAt": "2026-11-26T11:07:36.512929+00:00", "publishedAt": "2022-06-15T09:10:00+00:00"}, "reasons": ["same day, 2022-06-14", "same place, Ain al-Asad Air Base", "same kind of attack", "3 and 2 wounded", "same target", "36% of the telling words in both"], "linkedAt": "2026-11-26T11:07:38.1575592+00:00", "incidentId": "0bb5b6ea-1222-568a-a3df-5f603fc4da63", "possibleDuplicates": []}	\N	report_linked	2026-11-26 11:07:38.157559+00	*DEFAULT*	Platform.Contracts.ReportLinked, Contracts	67dda566-8fff-559e-899c-454a338e0cb3	262c999d-40af-5dfa-9933-9051bdb0dca3	{"traceparent": "00-ca6e9e7a3762482bd270f0811c6d5b4c-d45fb62c8e62e661-00"}	f
9	ea8d81eb-8321-5b73-9a3c-ce1fe3219f22	64302502-c87d-5cf7-afe6-c61c39849a26	1	{"article": {"url": "https://example.org/erbil-chronicle/sample-3", "title": "Drone laden with explosives crashes into Harir air base", "outlet": "Erbil Chronicle", "revision": 1, "articleId": "64302502-c87d-5cf7-afe6-c61c39849a26", "receivedAt": "2026-11-26T11:07:36.5132182+00:00", "publishedAt": "2023-11-09T00:00:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": ["159a2aed-e575-5968-be85-d64e8348774e", "a2062681-4320-55ec-8aa1-e74350b1efb7"], "aggregates": [], "extractedAt": "2026-11-26T11:07:37.60326+00:00"}}	\N	article_extracted	2026-11-26 11:07:38.992322+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	64302502-c87d-5cf7-afe6-c61c39849a26	8e0ce5b5-0392-5c2d-acdf-b290fd69068d	{"traceparent": "00-ce5c594b26649cb5902f7fd41631da6a-c8f8e2e56dbf67d6-00"}	f
10	23b5f79d-6274-5361-82b1-89f7388c7336	e2e425be-f44c-5c7c-ab25-2c3bd16a1906	1	{"article": {"url": "https://example.org/basra-courier/sample-6", "title": "Roadside bomb hits supply convoy near Taji", "outlet": "Basra Courier", "revision": 1, "articleId": "e2e425be-f44c-5c7c-ab25-2c3bd16a1906", "receivedAt": "2026-11-26T11:07:36.5147452+00:00", "publishedAt": "2020-08-17T12:30:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": ["e1415d05-853e-5b0b-8975-f0ee289f84f4"], "aggregates": [], "extractedAt": "2026-11-26T11:07:37.597347+00:00"}}	\N	article_extracted	2026-11-26 11:07:38.992322+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	e2e425be-f44c-5c7c-ab25-2c3bd16a1906	2f7df216-e0b4-58e1-a0b6-48bd8e6b461d	{"traceparent": "00-3f422cfb6ea6827dd07e8ea0bd0a0543-c0a16633eef4fa23-00"}	f
11	55c83342-9ce1-5bff-adc7-cfa54a21624f	8ec58af2-21af-5b7d-a943-6d875fc57f8f	1	{"article": {"url": "https://example.org/levant-post/sample-8", "title": "Two drones attack base beside Baghdad airport", "outlet": "Levant Post", "revision": 1, "articleId": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "receivedAt": "2026-11-26T11:07:36.5148315+00:00", "publishedAt": "2024-01-21T07:15:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": ["c6127285-cf86-5f4a-8976-b79876af033f", "c269dcee-c785-524c-8bf6-ee55da393bbf"], "aggregates": [], "extractedAt": "2026-11-26T11:07:37.597454+00:00"}}	\N	article_extracted	2026-11-26 11:07:38.992322+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	8ec58af2-21af-5b7d-a943-6d875fc57f8f	085c6d60-e8e1-5382-b2b3-9c22a14d0457	{"traceparent": "00-184dd3160a354004017fa639799ffe30-625fbca93c23a508-00"}	f
25	843f268a-c2fa-551b-84a8-86855400470e	778b431e-12f3-54e2-9d4a-e97ab7e6440d	2	{"correction": {"actor": {"kind": "person", "name": "Ann Analyst"}, "field": "casualties.killed", "value": {"max": 4, "min": 4, "text": "The hospital's list."}, "reason": "The hospital's list.", "correctedAt": "2026-11-26T11:07:40.8014137+00:00"}, "incidentId": "778b431e-12f3-54e2-9d4a-e97ab7e6440d"}	\N	incident_corrected	2026-11-26 11:07:40.801413+00	*DEFAULT*	Platform.Contracts.IncidentCorrected, Contracts	\N	7b3a72cc-3500-430c-ba7c-4ffe3ca1c06b	{"traceparent": "00-39de743b2f63b229819f93fa2ce4d541-17083e112388397a-00"}	f
12	646ad81d-3cc1-5ba8-a460-22e9f82fa822	38908472-d756-5e83-be39-57c5389492da	1	{"clues": {"terms": ["islamic", "resistance", "iraq", "second", "drone", "shot", "reached", "base", "casualties", "group", "calling", "said", "statement", "carried", "attack", "two", "drones"], "people": []}, "report": {"place": {"lat": 36.5337, "lon": 44.3399, "name": "Al-Harir Air Base", "text": "Harir air base", "admin1": "Erbil", "country": "IQ", "precision": "site"}, "damage": [], "isMain": false, "ordinal": 1, "sources": [], "targets": [], "weapons": [{"max": 2, "min": 2, "text": "two drones", "type": "drone"}], "evidence": [{"end": 189, "field": "eventType", "start": 184}, {"end": 51, "field": "place", "start": 37}, {"end": 383, "field": "weapons[0]", "start": 373}, {"end": 257, "field": "casualties.killed", "start": 244}, {"end": 257, "field": "casualties.wounded", "start": 244}], "reportId": "a2062681-4320-55ec-8aa1-e74350b1efb7", "articleId": "64302502-c87d-5cf7-afe6-c61c39849a26", "eventType": "drone_attack", "extractor": "rules/1.1", "casualties": {"killed": {"max": 0, "min": 0, "text": "no casualties", "groups": []}, "wounded": {"max": 0, "min": 0, "text": "no casualties", "groups": []}}, "confidence": 0.94, "perpetrators": []}, "article": {"url": "https://example.org/erbil-chronicle/sample-3", "title": "Drone laden with explosives crashes into Harir air base", "outlet": "Erbil Chronicle", "revision": 1, "articleId": "64302502-c87d-5cf7-afe6-c61c39849a26", "receivedAt": "2026-11-26T11:07:36.5132182+00:00", "publishedAt": "2023-11-09T00:00:00+00:00"}, "openedAt": "2026-11-26T11:07:38.9923221+00:00", "incidentId": "38908472-d756-5e83-be39-57c5389492da", "possibleDuplicates": []}	\N	incident_opened	2026-11-26 11:07:38.992322+00	*DEFAULT*	Platform.Contracts.IncidentOpened, Contracts	64302502-c87d-5cf7-afe6-c61c39849a26	8e0ce5b5-0392-5c2d-acdf-b290fd69068d	{"traceparent": "00-ce5c594b26649cb5902f7fd41631da6a-c8f8e2e56dbf67d6-00"}	f
13	9b2f76d8-ee95-58eb-bb4f-a30107103a50	2279f9a0-29b2-5e07-b330-ef9fd2070f49	1	{"clues": {"terms": ["taji", "baghdad", "iraqi", "revenge", "companies", "17", "2020", "lorry", "online", "roadside", "bomb", "convoy", "hits", "supply", "exploded", "carrying", "supplies", "military", "base", "north", "monday", "morning", "august", "killing", "two", "drivers", "destroying", "interior", "ministry", "official", "said", "little", "known", "group", "gave", "name", "claimed", "responsibility", "message", "posted"], "people": []}, "report": {"date": {"end": "2020-08-17", "text": "Monday morning", "start": "2020-08-17", "precision": "day", "timeOfDay": "morning"}, "place": {"lat": 33.5239, "lon": 44.2567, "name": "Camp Taji", "text": "Taji military base", "admin1": "Baghdad", "country": "IQ", "precision": "site"}, "damage": [{"kind": "other", "text": "destroying"}], "isMain": true, "ordinal": 0, "sources": [{"name": "interior ministry official", "text": "interior ministry official"}], "targets": [{"kind": "military_base", "name": "Camp Taji", "text": "Taji military base"}, {"kind": "transport", "name": "lorry", "text": "lorry"}], "weapons": [{"max": 1, "min": 1, "text": "roadside bomb", "type": "bomb", "model": "IED"}], "evidence": [{"end": 25, "field": "eventType", "start": 12}, {"end": 131, "field": "date", "start": 117}, {"end": 94, "field": "place", "start": 76}, {"end": 25, "field": "weapons[0]", "start": 12}, {"end": 94, "field": "targets[0]", "start": 76}, {"end": 197, "field": "targets[1]", "start": 192}, {"end": 174, "field": "casualties.killed", "start": 149}, {"end": 189, "field": "damage[0]", "start": 179}, {"end": 302, "field": "perpetrators[0]", "start": 285}, {"end": 228, "field": "sources[0]", "start": 202}], "reportId": "e1415d05-853e-5b0b-8975-f0ee289f84f4", "articleId": "e2e425be-f44c-5c7c-ab25-2c3bd16a1906", "eventType": "bombing", "extractor": "rules/1.1", "casualties": {"killed": {"max": 2, "min": 2, "text": "killing two Iraqi drivers", "groups": []}}, "confidence": 0.98, "perpetrators": [{"kind": "armed_group", "name": "Revenge Companies", "text": "Revenge Companies", "stance": "claimed"}]}, "article": {"url": "https://example.org/basra-courier/sample-6", "title": "Roadside bomb hits supply convoy near Taji", "outlet": "Basra Courier", "revision": 1, "articleId": "e2e425be-f44c-5c7c-ab25-2c3bd16a1906", "receivedAt": "2026-11-26T11:07:36.5147452+00:00", "publishedAt": "2020-08-17T12:30:00+00:00"}, "openedAt": "2026-11-26T11:07:38.9923221+00:00", "incidentId": "2279f9a0-29b2-5e07-b330-ef9fd2070f49", "possibleDuplicates": []}	\N	incident_opened	2026-11-26 11:07:38.992322+00	*DEFAULT*	Platform.Contracts.IncidentOpened, Contracts	e2e425be-f44c-5c7c-ab25-2c3bd16a1906	2f7df216-e0b4-58e1-a0b6-48bd8e6b461d	{"traceparent": "00-3f422cfb6ea6827dd07e8ea0bd0a0543-c0a16633eef4fa23-00"}	f
14	d2a1d999-8724-51f3-a310-d2a2dc11d90b	df29e175-f188-51a7-8cc1-c4c2763155c9	1	{"clues": {"terms": ["harir", "erbil", "kurdish", "explosives", "2023", "terrorism", "drone", "laden", "air", "base", "crashes", "explosive", "hit", "north", "east", "wednesday", "november", "setting", "fuel", "store", "fire", "counter", "officials", "said"], "people": []}, "report": {"date": {"end": "2023-11-08", "text": "Wednesday, 8 November 2023", "start": "2023-11-08", "precision": "day"}, "place": {"lat": 36.5337, "lon": 44.3399, "name": "Al-Harir Air Base", "text": "Harir air base", "admin1": "Erbil", "country": "IQ", "precision": "site"}, "damage": [], "isMain": true, "ordinal": 0, "sources": [{"name": "officials", "text": "officials"}], "targets": [{"kind": "military_base", "name": "Al-Harir Air Base", "text": "Harir air base"}], "weapons": [{"max": 1, "min": 1, "text": "explosive-laden drone", "type": "drone"}], "evidence": [{"end": 32, "field": "eventType", "start": 11}, {"end": 101, "field": "date", "start": 75}, {"end": 51, "field": "place", "start": 37}, {"end": 32, "field": "weapons[0]", "start": 11}, {"end": 51, "field": "targets[0]", "start": 37}, {"end": 168, "field": "sources[0]", "start": 159}], "reportId": "159a2aed-e575-5968-be85-d64e8348774e", "articleId": "64302502-c87d-5cf7-afe6-c61c39849a26", "eventType": "drone_attack", "extractor": "rules/1.1", "confidence": 0.97, "perpetrators": []}, "article": {"url": "https://example.org/erbil-chronicle/sample-3", "title": "Drone laden with explosives crashes into Harir air base", "outlet": "Erbil Chronicle", "revision": 1, "articleId": "64302502-c87d-5cf7-afe6-c61c39849a26", "receivedAt": "2026-11-26T11:07:36.5132182+00:00", "publishedAt": "2023-11-09T00:00:00+00:00"}, "openedAt": "2026-11-26T11:07:38.9923221+00:00", "incidentId": "df29e175-f188-51a7-8cc1-c4c2763155c9", "possibleDuplicates": []}	\N	incident_opened	2026-11-26 11:07:38.992322+00	*DEFAULT*	Platform.Contracts.IncidentOpened, Contracts	64302502-c87d-5cf7-afe6-c61c39849a26	e97cfe5a-21dc-5105-8353-03139625c360	{"traceparent": "00-ce5c594b26649cb5902f7fd41631da6a-122769f344388c5e-00"}	f
15	3ffbce08-ef5f-5027-85a0-1ef31d6d1344	827b5258-c6b4-584c-8aee-f7d84dee386d	1	{"clues": {"terms": ["defences", "air", "shot", "one", "drone", "exploded", "warehouse", "broke", "windows", "claimed", "attack", "prime", "minister", "office", "called", "terrorist", "act"], "people": []}, "report": {"place": {"lat": 33.24, "lon": 44.23, "name": "Victory Base Complex", "text": "Victoria base", "admin1": "Baghdad", "country": "IQ", "precision": "site"}, "damage": [], "isMain": false, "ordinal": 1, "sources": [], "targets": [{"kind": "company", "name": "warehouse", "text": "warehouse"}], "weapons": [], "evidence": [{"end": 217, "field": "eventType", "start": 209}, {"end": 33, "field": "place", "start": 20}, {"end": 234, "field": "targets[0]", "start": 225}], "reportId": "c269dcee-c785-524c-8bf6-ee55da393bbf", "articleId": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "eventType": "bombing", "extractor": "rules/1.1", "confidence": 0.77, "perpetrators": []}, "article": {"url": "https://example.org/levant-post/sample-8", "title": "Two drones attack base beside Baghdad airport", "outlet": "Levant Post", "revision": 1, "articleId": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "receivedAt": "2026-11-26T11:07:36.5148315+00:00", "publishedAt": "2024-01-21T07:15:00+00:00"}, "openedAt": "2026-11-26T11:07:38.9923221+00:00", "incidentId": "827b5258-c6b4-584c-8aee-f7d84dee386d", "possibleDuplicates": []}	\N	incident_opened	2026-11-26 11:07:38.992322+00	*DEFAULT*	Platform.Contracts.IncidentOpened, Contracts	8ec58af2-21af-5b7d-a943-6d875fc57f8f	085c6d60-e8e1-5382-b2b3-9c22a14d0457	{"traceparent": "00-184dd3160a354004017fa639799ffe30-625fbca93c23a508-00"}	f
16	41fb86d6-874b-5f14-9476-fe1e91a50448	e1161581-d41b-52a6-be88-ae6189039c8c	1	{"clues": {"terms": ["baghdad", "airport", "victoria", "international", "iraqi", "21", "2024", "defences", "two", "drones", "base", "one", "attack", "attacked", "dawn", "sunday", "january", "wounding", "guard", "security", "sources", "said", "air", "shot", "drone", "exploded", "warehouse", "broke", "windows", "flights", "disturbed"], "people": []}, "report": {"date": {"end": "2024-01-21", "text": "Sunday, 21 January 2024", "start": "2024-01-21", "precision": "day"}, "place": {"lat": 33.24, "lon": 44.23, "name": "Victory Base Complex", "text": "Victoria base", "admin1": "Baghdad", "country": "IQ", "precision": "site"}, "damage": [], "isMain": true, "ordinal": 0, "sources": [{"name": "security sources", "text": "security sources"}], "targets": [{"kind": "military_base", "name": "Victory Base Complex", "text": "Victoria base"}], "weapons": [{"max": 2, "min": 2, "text": "Two drones", "type": "drone"}], "evidence": [{"end": 10, "field": "eventType", "start": 4}, {"end": 109, "field": "date", "start": 86}, {"end": 33, "field": "place", "start": 20}, {"end": 10, "field": "weapons[0]", "start": 0}, {"end": 33, "field": "targets[0]", "start": 20}, {"end": 191, "field": "casualties.killed", "start": 178}, {"end": 135, "field": "casualties.wounded", "start": 111}, {"end": 153, "field": "sources[0]", "start": 137}], "reportId": "c6127285-cf86-5f4a-8976-b79876af033f", "articleId": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "eventType": "drone_attack", "extractor": "rules/1.1", "casualties": {"killed": {"max": 1, "min": 1, "text": "shot down one", "groups": []}, "wounded": {"max": 1, "min": 1, "text": "wounding one Iraqi guard", "groups": []}}, "confidence": 0.99, "perpetrators": []}, "article": {"url": "https://example.org/levant-post/sample-8", "title": "Two drones attack base beside Baghdad airport", "outlet": "Levant Post", "revision": 1, "articleId": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "receivedAt": "2026-11-26T11:07:36.5148315+00:00", "publishedAt": "2024-01-21T07:15:00+00:00"}, "openedAt": "2026-11-26T11:07:38.9923221+00:00", "incidentId": "e1161581-d41b-52a6-be88-ae6189039c8c", "possibleDuplicates": []}	\N	incident_opened	2026-11-26 11:07:38.992322+00	*DEFAULT*	Platform.Contracts.IncidentOpened, Contracts	8ec58af2-21af-5b7d-a943-6d875fc57f8f	37c22166-dc83-570e-9ebc-19322476a639	{"traceparent": "00-184dd3160a354004017fa639799ffe30-1bfdc5f9435aa74e-00"}	f
28	8d154551-2fa1-5750-bd7a-5975761baeae	827b5258-c6b4-584c-8aee-f7d84dee386d	3	{"actor": {"kind": "person", "name": "Ann Analyst"}, "reason": "It was none.", "incidentId": "827b5258-c6b4-584c-8aee-f7d84dee386d", "reopenedAt": "2026-11-26T11:07:40.9452479+00:00"}	\N	incident_reopened	2026-11-26 11:07:40.945247+00	*DEFAULT*	Platform.Contracts.IncidentReopened, Contracts	\N	02d8cc99-13dc-4f7a-b735-153a38f8b7e3	{"traceparent": "00-b6f6cd114c7b2065e6090f0788fdc00f-a56b23c8a0205b97-00"}	f
17	b32f47a6-c960-5f78-8725-2d4bc9c738b4	4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc	1	{"article": {"url": "https://example.org/nineveh-today/sample-7", "title": "Army and air force hold three-day exercise at Qayyarah", "outlet": "Nineveh Today", "revision": 1, "articleId": "4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc", "receivedAt": "2026-11-26T11:07:36.5147936+00:00", "publishedAt": "2024-02-12T00:00:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": [], "aggregates": [], "extractedAt": "2026-11-26T11:07:37.604601+00:00"}}	\N	article_extracted	2026-11-26 11:07:39.225654+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc	78aa8091-b838-5003-beaf-471e8a95ca3a	{"traceparent": "00-c42d1317beb3a3c59681b2cb4c052d22-bfd5955445ad9e84-00"}	f
18	284cde31-36d6-576e-b693-4450f9d48e8b	3be64a2b-4c55-5658-acae-96f7f42830c4	1	{"article": {"title": "Article revised", "outlet": "Upgrade Gazette", "source": "upgrade", "revision": 1, "articleId": "3be64a2b-4c55-5658-acae-96f7f42830c4", "receivedAt": "2026-11-26T11:07:39.660263+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": ["52513622-96b3-5a66-a5a1-5eb1deb7bc7f"], "aggregates": [], "extractedAt": "2026-11-26T11:07:39.694565+00:00"}}	\N	article_extracted	2026-11-26 11:07:39.716586+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	3be64a2b-4c55-5658-acae-96f7f42830c4	f11fc8dc-0b54-597a-8bbb-00af5ecbe497	{"traceparent": "00-83f6e87fec77bcb4750044324db756ee-6d731c22cf98e3a8-00"}	f
19	6f0eba6b-a810-56ff-8656-866948b51d74	53286e57-a1b9-5c3d-85f1-fd7595b09dcd	1	{"clues": {"terms": ["mosul", "iraq", "12", "2022", "article", "revised", "car", "bomb", "exploded", "market", "sunday", "june", "killing", "four", "people", "police", "said"], "people": []}, "report": {"date": {"end": "2022-06-12", "text": "Sunday, 12 June 2022", "start": "2022-06-12", "precision": "day"}, "place": {"lat": 36.335, "lon": 43.1189, "name": "Mosul", "text": "Mosul", "admin1": "Nineveh", "country": "IQ", "precision": "settlement"}, "damage": [], "isMain": true, "ordinal": 0, "sources": [{"name": "police", "text": "police"}], "targets": [{"kind": "civilians", "name": "market", "text": "market"}], "weapons": [{"max": 1, "min": 1, "text": "car bomb", "type": "car_bomb"}], "evidence": [{"end": 10, "field": "eventType", "start": 2}, {"end": 71, "field": "date", "start": 51}, {"end": 40, "field": "place", "start": 35}, {"end": 10, "field": "weapons[0]", "start": 2}, {"end": 31, "field": "targets[0]", "start": 25}, {"end": 92, "field": "casualties.killed", "start": 73}, {"end": 100, "field": "sources[0]", "start": 94}], "reportId": "52513622-96b3-5a66-a5a1-5eb1deb7bc7f", "articleId": "3be64a2b-4c55-5658-acae-96f7f42830c4", "eventType": "car_bombing", "extractor": "rules/1.1", "casualties": {"killed": {"max": 4, "min": 4, "text": "killing four people", "groups": []}}, "confidence": 0.97, "perpetrators": []}, "article": {"title": "Article revised", "outlet": "Upgrade Gazette", "source": "upgrade", "revision": 1, "articleId": "3be64a2b-4c55-5658-acae-96f7f42830c4", "receivedAt": "2026-11-26T11:07:39.660263+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "openedAt": "2026-11-26T11:07:39.7165869+00:00", "incidentId": "53286e57-a1b9-5c3d-85f1-fd7595b09dcd", "possibleDuplicates": []}	\N	incident_opened	2026-11-26 11:07:39.716586+00	*DEFAULT*	Platform.Contracts.IncidentOpened, Contracts	3be64a2b-4c55-5658-acae-96f7f42830c4	f11fc8dc-0b54-597a-8bbb-00af5ecbe497	{"traceparent": "00-83f6e87fec77bcb4750044324db756ee-6d731c22cf98e3a8-00"}	f
24	c2e999d2-6635-5d7f-8128-aaec4945111a	6d18e9b1-d630-5550-b3a8-c32ed791f49a	1	{"article": {"title": "Article quiet", "outlet": "Upgrade Gazette", "source": "upgrade", "revision": 1, "articleId": "6d18e9b1-d630-5550-b3a8-c32ed791f49a", "receivedAt": "2026-11-26T11:07:40.0806069+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": [], "aggregates": [], "extractedAt": "2026-11-26T11:07:40.108647+00:00"}}	\N	article_extracted	2026-11-26 11:07:40.214258+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	6d18e9b1-d630-5550-b3a8-c32ed791f49a	571bf0f7-a3fe-5b62-9b33-0b82efbbf91d	{"traceparent": "00-65b2e8121b65f06d45b0999bfdcc685f-e815e56b01b4a734-00"}	f
20	c9586809-a606-56ea-a987-a7a2628babde	dbc04974-73d8-54c3-be66-ae206b0c92b9	1	{"article": {"title": "Article keyed", "outlet": "Upgrade Gazette", "source": "upgrade", "revision": 1, "articleId": "dbc04974-73d8-54c3-be66-ae206b0c92b9", "receivedAt": "2026-11-26T11:07:39.6134514+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": ["d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda"], "aggregates": [], "extractedAt": "2026-11-26T11:07:39.72944+00:00"}}	\N	article_extracted	2026-11-26 11:07:39.76642+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	dbc04974-73d8-54c3-be66-ae206b0c92b9	f0391702-39c4-59e3-8b46-4ce82cfc5512	{"traceparent": "00-f13961c9cb77342d971caa623e3b0022-c8c08ccdfa5ffaff-00"}	f
21	caedeb7f-75b3-5e21-b0ed-5b2b3bc71560	778b431e-12f3-54e2-9d4a-e97ab7e6440d	1	{"clues": {"terms": ["kirkuk", "iraq", "13", "2022", "checkpoint", "article", "keyed", "gunmen", "shot", "dead", "three", "policemen", "monday", "june", "police", "said"], "people": []}, "report": {"date": {"end": "2022-06-13", "text": "Monday, 13 June 2022", "start": "2022-06-13", "precision": "day"}, "place": {"lat": 35.4681, "lon": 44.3922, "name": "Kirkuk", "text": "Kirkuk", "admin1": "Kirkuk", "country": "IQ", "precision": "settlement"}, "damage": [], "isMain": true, "ordinal": 0, "sources": [{"name": "police", "text": "police"}], "targets": [], "weapons": [], "evidence": [{"end": 16, "field": "eventType", "start": 7}, {"end": 89, "field": "date", "start": 69}, {"end": 58, "field": "place", "start": 52}, {"end": 32, "field": "casualties.killed", "start": 7}, {"end": 6, "field": "perpetrators[0]", "start": 0}, {"end": 97, "field": "sources[0]", "start": 91}], "reportId": "d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda", "articleId": "dbc04974-73d8-54c3-be66-ae206b0c92b9", "eventType": "shooting", "extractor": "rules/1.1", "casualties": {"killed": {"max": 3, "min": 3, "text": "shot dead three policemen", "groups": []}}, "confidence": 0.96, "perpetrators": [{"kind": "unknown", "name": "Gunmen", "text": "Gunmen", "stance": "stated"}]}, "article": {"title": "Article keyed", "outlet": "Upgrade Gazette", "source": "upgrade", "revision": 1, "articleId": "dbc04974-73d8-54c3-be66-ae206b0c92b9", "receivedAt": "2026-11-26T11:07:39.6134514+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "openedAt": "2026-11-26T11:07:39.7664203+00:00", "incidentId": "778b431e-12f3-54e2-9d4a-e97ab7e6440d", "possibleDuplicates": []}	\N	incident_opened	2026-11-26 11:07:39.76642+00	*DEFAULT*	Platform.Contracts.IncidentOpened, Contracts	dbc04974-73d8-54c3-be66-ae206b0c92b9	f0391702-39c4-59e3-8b46-4ce82cfc5512	{"traceparent": "00-f13961c9cb77342d971caa623e3b0022-c8c08ccdfa5ffaff-00"}	f
22	dabdf4dc-fc3f-5875-9c54-0a103b0b8a70	3be64a2b-4c55-5658-acae-96f7f42830c4	2	{"article": {"title": "Article revised", "outlet": "Upgrade Gazette", "source": "upgrade", "revision": 2, "articleId": "3be64a2b-4c55-5658-acae-96f7f42830c4", "receivedAt": "2026-11-26T11:07:40.0653889+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": ["02b32752-c53b-595f-9ef9-d33928fa814b"], "aggregates": [], "extractedAt": "2026-11-26T11:07:40.08454+00:00"}}	\N	article_extracted	2026-11-26 11:07:40.123293+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	3be64a2b-4c55-5658-acae-96f7f42830c4	0b72b7b0-19d8-57b5-98b0-7e6a2277d936	{"traceparent": "00-401473e46b68979092a45f20cfce774f-6dddb8cbb00b952b-00"}	f
23	b4232767-3866-5ed8-a145-78aeb996b738	53286e57-a1b9-5c3d-85f1-fd7595b09dcd	2	{"clues": {"terms": ["mosul", "iraq", "12", "2022", "article", "revised", "car", "bomb", "exploded", "market", "sunday", "june", "killing", "six", "people", "wounding", "nine", "police", "said"], "people": []}, "report": {"date": {"end": "2022-06-12", "text": "Sunday, 12 June 2022", "start": "2022-06-12", "precision": "day"}, "place": {"lat": 36.335, "lon": 43.1189, "name": "Mosul", "text": "Mosul", "admin1": "Nineveh", "country": "IQ", "precision": "settlement"}, "damage": [], "isMain": true, "ordinal": 0, "sources": [{"name": "police", "text": "police"}], "targets": [{"kind": "civilians", "name": "market", "text": "market"}], "weapons": [{"max": 1, "min": 1, "text": "car bomb", "type": "car_bomb"}], "evidence": [{"end": 10, "field": "eventType", "start": 2}, {"end": 71, "field": "date", "start": 51}, {"end": 40, "field": "place", "start": 35}, {"end": 10, "field": "weapons[0]", "start": 2}, {"end": 31, "field": "targets[0]", "start": 25}, {"end": 91, "field": "casualties.killed", "start": 73}, {"end": 109, "field": "casualties.wounded", "start": 96}, {"end": 117, "field": "sources[0]", "start": 111}], "reportId": "02b32752-c53b-595f-9ef9-d33928fa814b", "articleId": "3be64a2b-4c55-5658-acae-96f7f42830c4", "eventType": "car_bombing", "extractor": "rules/1.1", "casualties": {"killed": {"max": 6, "min": 6, "text": "killing six people", "groups": []}, "wounded": {"max": 9, "min": 9, "text": "wounding nine", "groups": []}}, "confidence": 0.99, "perpetrators": []}, "article": {"title": "Article revised", "outlet": "Upgrade Gazette", "source": "upgrade", "revision": 2, "articleId": "3be64a2b-4c55-5658-acae-96f7f42830c4", "receivedAt": "2026-11-26T11:07:40.0653889+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "reasons": [], "linkedAt": "2026-11-26T11:07:40.1232932+00:00", "replaces": "52513622-96b3-5a66-a5a1-5eb1deb7bc7f", "incidentId": "53286e57-a1b9-5c3d-85f1-fd7595b09dcd", "possibleDuplicates": []}	\N	report_linked	2026-11-26 11:07:40.123293+00	*DEFAULT*	Platform.Contracts.ReportLinked, Contracts	3be64a2b-4c55-5658-acae-96f7f42830c4	0b72b7b0-19d8-57b5-98b0-7e6a2277d936	{"traceparent": "00-401473e46b68979092a45f20cfce774f-6dddb8cbb00b952b-00"}	f
26	3b504c2c-257c-5ace-8ae5-369a258c8e1e	778b431e-12f3-54e2-9d4a-e97ab7e6440d	3	{"actor": {"kind": "person", "name": "Ann Analyst"}, "reason": "Two outlets with reporters there.", "incidentId": "778b431e-12f3-54e2-9d4a-e97ab7e6440d", "confirmedAt": "2026-11-26T11:07:40.8411138+00:00"}	\N	incident_confirmed	2026-11-26 11:07:40.841113+00	*DEFAULT*	Platform.Contracts.IncidentConfirmed, Contracts	\N	84789690-cc8c-40bd-9e87-8e59df07f994	{"traceparent": "00-e9ac0bf807464adfd1919bf912b08358-f7703e5d91b7ada7-00"}	f
27	cceb834d-8d0e-5b93-b717-62973e1008f1	827b5258-c6b4-584c-8aee-f7d84dee386d	2	{"actor": {"kind": "person", "name": "Ann Analyst"}, "reason": "It was an exercise.", "incidentId": "827b5258-c6b4-584c-8aee-f7d84dee386d", "rejectedAt": "2026-11-26T11:07:40.898358+00:00"}	\N	incident_rejected	2026-11-26 11:07:40.898358+00	*DEFAULT*	Platform.Contracts.IncidentRejected, Contracts	\N	c3adb758-4718-4c8f-ae43-693d798acf16	{"traceparent": "00-a432b9451c41f14b0131fa2aa2a6f8bc-a3d91efebe49c6d1-00"}	f
29	2992acf8-a03c-51e8-b337-c252702c56c9	38908472-d756-5e83-be39-57c5389492da	2	{"actor": {"kind": "person", "name": "Ann Analyst"}, "reason": "An old story told again.", "incidentId": "38908472-d756-5e83-be39-57c5389492da", "rejectedAt": "2026-11-26T11:07:40.9597164+00:00"}	\N	incident_rejected	2026-11-26 11:07:40.959716+00	*DEFAULT*	Platform.Contracts.IncidentRejected, Contracts	\N	27aa8eb3-77f3-4860-a59c-5490193a7d14	{"traceparent": "00-9498201a2f9afa02bca247575d889385-5231ebac6ec3dcb4-00"}	f
32	03b44030-b53b-567a-937b-edba34e71e26	3be64a2b-4c55-5658-acae-96f7f42830c4	3	{"article": {"title": "Article revised", "outlet": "Upgrade Gazette", "source": "upgrade", "revision": 2, "articleId": "3be64a2b-4c55-5658-acae-96f7f42830c4", "receivedAt": "2026-11-26T11:07:40.0653889+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "extraction": {"extractor": "rules/1.1", "reportIds": ["02b32752-c53b-595f-9ef9-d33928fa814b"], "requestId": "01a2178a-2c6a-7a2f-a9f0-d094b8ba090e", "aggregates": [], "extractedAt": "2026-11-26T11:07:41.352737+00:00"}}	\N	article_extracted	2026-11-26 11:07:41.373955+00	*DEFAULT*	Platform.Contracts.ArticleExtracted, Contracts	3be64a2b-4c55-5658-acae-96f7f42830c4	b28b12d6-e58e-5548-a0ce-c77f99899d6d	{"traceparent": "00-a340637173372718d9c3070720430ce7-c02d290d1ad89cb4-00"}	f
30	79d2924f-5229-5c4f-9012-76d7f78bd01d	53286e57-a1b9-5c3d-85f1-fd7595b09dcd	3	{"actor": {"kind": "person", "name": "Ann Analyst"}, "reason": "For the sake of the test.", "reports": [{"url": "https://example.org/levant-post/sample-8", "date": {"end": "2024-01-21", "text": "Sunday, 21 January 2024", "start": "2024-01-21", "precision": "day"}, "place": {"lat": 33.24, "lon": 44.23, "name": "Victory Base Complex", "text": "Victoria base", "admin1": "Baghdad", "country": "IQ", "precision": "site"}, "title": "Two drones attack base beside Baghdad airport", "damage": [], "isMain": true, "outlet": "Levant Post", "ordinal": 0, "sources": [{"name": "security sources", "text": "security sources"}], "targets": [{"kind": "military_base", "name": "Victory Base Complex", "text": "Victoria base"}], "weapons": [{"max": 2, "min": 2, "text": "Two drones", "type": "drone"}], "evidence": [{"end": 10, "field": "eventType", "start": 4}, {"end": 109, "field": "date", "start": 86}, {"end": 33, "field": "place", "start": 20}, {"end": 10, "field": "weapons[0]", "start": 0}, {"end": 33, "field": "targets[0]", "start": 20}, {"end": 191, "field": "casualties.killed", "start": 178}, {"end": 135, "field": "casualties.wounded", "start": 111}, {"end": 153, "field": "sources[0]", "start": 137}], "linkedAt": "2026-11-26T11:07:38.9923221+00:00", "reportId": "c6127285-cf86-5f4a-8976-b79876af033f", "revision": 1, "articleId": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "eventType": "drone_attack", "extractor": "rules/1.1", "casualties": {"killed": {"max": 1, "min": 1, "text": "shot down one", "groups": []}, "wounded": {"max": 1, "min": 1, "text": "wounding one Iraqi guard", "groups": []}}, "confidence": 0.99, "receivedAt": "2026-11-26T11:07:36.5148315+00:00", "publishedAt": "2024-01-21T07:15:00+00:00", "perpetrators": []}], "mergedAt": "2026-11-26T11:07:40.9860278+00:00", "keptApart": [], "absorbedId": "e1161581-d41b-52a6-be88-ae6189039c8c", "incidentId": "53286e57-a1b9-5c3d-85f1-fd7595b09dcd", "absorbedBefore": []}	\N	incidents_merged	2026-11-26 11:07:40.986027+00	*DEFAULT*	Platform.Contracts.IncidentsMerged, Contracts	\N	a1064854-9bb1-499e-810f-11d064959355	{"traceparent": "00-0a6b27df208fa513a57c7fbe95ce68c3-fb94faafd08a6a34-00"}	f
31	f5c88977-53ab-5c27-8baf-afa06254e5b7	e1161581-d41b-52a6-be88-ae6189039c8c	2	{"actor": {"kind": "person", "name": "Ann Analyst"}, "reason": "For the sake of the test.", "reports": [{"url": "https://example.org/levant-post/sample-8", "date": {"end": "2024-01-21", "text": "Sunday, 21 January 2024", "start": "2024-01-21", "precision": "day"}, "place": {"lat": 33.24, "lon": 44.23, "name": "Victory Base Complex", "text": "Victoria base", "admin1": "Baghdad", "country": "IQ", "precision": "site"}, "title": "Two drones attack base beside Baghdad airport", "damage": [], "isMain": true, "outlet": "Levant Post", "ordinal": 0, "sources": [{"name": "security sources", "text": "security sources"}], "targets": [{"kind": "military_base", "name": "Victory Base Complex", "text": "Victoria base"}], "weapons": [{"max": 2, "min": 2, "text": "Two drones", "type": "drone"}], "evidence": [{"end": 10, "field": "eventType", "start": 4}, {"end": 109, "field": "date", "start": 86}, {"end": 33, "field": "place", "start": 20}, {"end": 10, "field": "weapons[0]", "start": 0}, {"end": 33, "field": "targets[0]", "start": 20}, {"end": 191, "field": "casualties.killed", "start": 178}, {"end": 135, "field": "casualties.wounded", "start": 111}, {"end": 153, "field": "sources[0]", "start": 137}], "linkedAt": "2026-11-26T11:07:38.9923221+00:00", "reportId": "c6127285-cf86-5f4a-8976-b79876af033f", "revision": 1, "articleId": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "eventType": "drone_attack", "extractor": "rules/1.1", "casualties": {"killed": {"max": 1, "min": 1, "text": "shot down one", "groups": []}, "wounded": {"max": 1, "min": 1, "text": "wounding one Iraqi guard", "groups": []}}, "confidence": 0.99, "receivedAt": "2026-11-26T11:07:36.5148315+00:00", "publishedAt": "2024-01-21T07:15:00+00:00", "perpetrators": []}], "mergedAt": "2026-11-26T11:07:40.9860278+00:00", "keptApart": [], "absorbedId": "e1161581-d41b-52a6-be88-ae6189039c8c", "incidentId": "53286e57-a1b9-5c3d-85f1-fd7595b09dcd", "absorbedBefore": []}	\N	incidents_merged	2026-11-26 11:07:40.986027+00	*DEFAULT*	Platform.Contracts.IncidentsMerged, Contracts	\N	a1064854-9bb1-499e-810f-11d064959355	{"traceparent": "00-0a6b27df208fa513a57c7fbe95ce68c3-fb94faafd08a6a34-00"}	f
\.


--
-- Data for Name: mt_streams; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.mt_streams (id, type, version, "timestamp", created, tenant_id, is_archived) FROM stdin;
74fc959b-868d-50b1-8fca-b0280e17832a	articlereading	1	2026-11-26 11:07:38.157559+00	2026-11-26 11:07:38.157559+00	*DEFAULT*	f
fa05a9cb-3094-5aba-b5cc-b73a8a74b841	articlereading	1	2026-11-26 11:07:38.157559+00	2026-11-26 11:07:38.157559+00	*DEFAULT*	f
e10048d9-4692-5119-82fa-096c13157a7f	articlereading	1	2026-11-26 11:07:38.157559+00	2026-11-26 11:07:38.157559+00	*DEFAULT*	f
67dda566-8fff-559e-899c-454a338e0cb3	articlereading	1	2026-11-26 11:07:38.157559+00	2026-11-26 11:07:38.157559+00	*DEFAULT*	f
eb63cca7-ed2e-52e0-9a97-7908b4402f73	incident	2	2026-11-26 11:07:38.157559+00	2026-11-26 11:07:38.157559+00	*DEFAULT*	f
0bb5b6ea-1222-568a-a3df-5f603fc4da63	incident	2	2026-11-26 11:07:38.157559+00	2026-11-26 11:07:38.157559+00	*DEFAULT*	f
64302502-c87d-5cf7-afe6-c61c39849a26	articlereading	1	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:38.992322+00	*DEFAULT*	f
e2e425be-f44c-5c7c-ab25-2c3bd16a1906	articlereading	1	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:38.992322+00	*DEFAULT*	f
8ec58af2-21af-5b7d-a943-6d875fc57f8f	articlereading	1	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:38.992322+00	*DEFAULT*	f
2279f9a0-29b2-5e07-b330-ef9fd2070f49	incident	1	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:38.992322+00	*DEFAULT*	f
df29e175-f188-51a7-8cc1-c4c2763155c9	incident	1	2026-11-26 11:07:38.992322+00	2026-11-26 11:07:38.992322+00	*DEFAULT*	f
4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc	articlereading	1	2026-11-26 11:07:39.225654+00	2026-11-26 11:07:39.225654+00	*DEFAULT*	f
dbc04974-73d8-54c3-be66-ae206b0c92b9	articlereading	1	2026-11-26 11:07:39.76642+00	2026-11-26 11:07:39.76642+00	*DEFAULT*	f
6d18e9b1-d630-5550-b3a8-c32ed791f49a	articlereading	1	2026-11-26 11:07:40.214258+00	2026-11-26 11:07:40.214258+00	*DEFAULT*	f
778b431e-12f3-54e2-9d4a-e97ab7e6440d	incident	3	2026-11-26 11:07:40.841113+00	2026-11-26 11:07:39.76642+00	*DEFAULT*	f
827b5258-c6b4-584c-8aee-f7d84dee386d	incident	3	2026-11-26 11:07:40.945247+00	2026-11-26 11:07:38.992322+00	*DEFAULT*	f
38908472-d756-5e83-be39-57c5389492da	incident	2	2026-11-26 11:07:40.959716+00	2026-11-26 11:07:38.992322+00	*DEFAULT*	f
53286e57-a1b9-5c3d-85f1-fd7595b09dcd	incident	3	2026-11-26 11:07:40.986027+00	2026-11-26 11:07:39.716586+00	*DEFAULT*	f
e1161581-d41b-52a6-be88-ae6189039c8c	incident	2	2026-11-26 11:07:40.986027+00	2026-11-26 11:07:38.992322+00	*DEFAULT*	f
3be64a2b-4c55-5658-acae-96f7f42830c4	articlereading	3	2026-11-26 11:07:41.373955+00	2026-11-26 11:07:39.716586+00	*DEFAULT*	f
\.


--
-- Data for Name: possible_duplicate; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.possible_duplicate (incident_id, other_id, score, reasons, found_at) FROM stdin;
\.


--
-- Data for Name: rebuild; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.rebuild (started_at, models, state, events_total, events_done, run_events, run_seconds, updated_at) FROM stdin;
\.


--
-- Data for Name: report_key; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.report_key (key, report_id) FROM stdin;
-8431591676228764147	59528ffe-9940-5eeb-89ac-cff5e333cb82
-8051539043194402927	59528ffe-9940-5eeb-89ac-cff5e333cb82
-3656560478105668783	59528ffe-9940-5eeb-89ac-cff5e333cb82
-1893977340500065864	59528ffe-9940-5eeb-89ac-cff5e333cb82
-1521543282898174880	59528ffe-9940-5eeb-89ac-cff5e333cb82
2276019034788301381	59528ffe-9940-5eeb-89ac-cff5e333cb82
2279599343338980497	59528ffe-9940-5eeb-89ac-cff5e333cb82
4768674757532344728	59528ffe-9940-5eeb-89ac-cff5e333cb82
4772564911361885699	59528ffe-9940-5eeb-89ac-cff5e333cb82
4805877021036810018	59528ffe-9940-5eeb-89ac-cff5e333cb82
6183339553105455888	59528ffe-9940-5eeb-89ac-cff5e333cb82
7856521216439932940	59528ffe-9940-5eeb-89ac-cff5e333cb82
7941835119830566262	59528ffe-9940-5eeb-89ac-cff5e333cb82
8370336317916047735	59528ffe-9940-5eeb-89ac-cff5e333cb82
-8431591676228764147	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
-8051539043194402927	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
-7116363179794207445	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
-7114576369285456394	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
-5237630997598564462	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
-2745643592455719196	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
-2504414874176840863	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
-1864969924720653042	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
-1521543282898174880	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
-1137797311637687625	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
-765672823350019139	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
3538732594017028008	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
3568098326840687525	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
6043051372136040663	8ae318d9-f8db-56bc-bdd0-71210a7f9ce8
-9167160580683446239	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
-8724272702532839186	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
-7722175257744585112	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
-7232346205732949015	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
-6952096094959882488	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
-6649769235692818069	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
-2225870825882645397	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
-2023340565548015845	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
-1698225572594137318	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
-1181481719700818745	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
1429289965029219784	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
2917220922497292923	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
3407338563040613915	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
4157313901971346657	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
5292568652021007201	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
5676347956604904331	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
7895216585565441343	b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8
-9167160580683446239	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
-8356376607700518510	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
-7982855201670998334	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
-7722175257744585112	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
-7232346205732949015	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
-7039981254207513204	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
-6952096094959882488	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
-6649769235692818069	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
-5987257969261463002	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
-2658710767993266510	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
-2023340565548015845	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
-1317901905194807598	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
95063734885690985	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
348275322564125746	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
5292568652021007201	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
8015615301039253405	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
8759012779105447754	ea9316fa-ec38-5d77-a06e-2d74fdb29cd6
-8644551276362932577	159a2aed-e575-5968-be85-d64e8348774e
-6334612443084402659	159a2aed-e575-5968-be85-d64e8348774e
-4773386085333628908	159a2aed-e575-5968-be85-d64e8348774e
-2450496765547243241	159a2aed-e575-5968-be85-d64e8348774e
3641857686562382897	159a2aed-e575-5968-be85-d64e8348774e
4041930401996343404	159a2aed-e575-5968-be85-d64e8348774e
5930211849164497815	159a2aed-e575-5968-be85-d64e8348774e
6576981870216969002	159a2aed-e575-5968-be85-d64e8348774e
6750205780778497030	159a2aed-e575-5968-be85-d64e8348774e
-8585647415161665405	a2062681-4320-55ec-8aa1-e74350b1efb7
-1629086771557428784	a2062681-4320-55ec-8aa1-e74350b1efb7
587125056370273310	a2062681-4320-55ec-8aa1-e74350b1efb7
1931523185430075822	a2062681-4320-55ec-8aa1-e74350b1efb7
4441303181411347040	a2062681-4320-55ec-8aa1-e74350b1efb7
7368041726552207587	a2062681-4320-55ec-8aa1-e74350b1efb7
-9180722869090047819	c269dcee-c785-524c-8bf6-ee55da393bbf
-8333113681900311708	c269dcee-c785-524c-8bf6-ee55da393bbf
-8263313903978856846	c269dcee-c785-524c-8bf6-ee55da393bbf
-5313882968952927888	c269dcee-c785-524c-8bf6-ee55da393bbf
-4084107282826882934	c269dcee-c785-524c-8bf6-ee55da393bbf
7302471313225107260	c269dcee-c785-524c-8bf6-ee55da393bbf
-7953892409673374700	c6127285-cf86-5f4a-8976-b79876af033f
-6470493770507462312	c6127285-cf86-5f4a-8976-b79876af033f
-4600783522017302732	c6127285-cf86-5f4a-8976-b79876af033f
-2267806273308011405	c6127285-cf86-5f4a-8976-b79876af033f
-803630806291717301	c6127285-cf86-5f4a-8976-b79876af033f
1994171512533029417	c6127285-cf86-5f4a-8976-b79876af033f
2177964048433500639	c6127285-cf86-5f4a-8976-b79876af033f
3383213391939978943	c6127285-cf86-5f4a-8976-b79876af033f
4004630352781358125	c6127285-cf86-5f4a-8976-b79876af033f
4454503175920925433	c6127285-cf86-5f4a-8976-b79876af033f
4964398807563208371	c6127285-cf86-5f4a-8976-b79876af033f
5063263639749944289	c6127285-cf86-5f4a-8976-b79876af033f
6891868308278065294	c6127285-cf86-5f4a-8976-b79876af033f
6997137951230254526	c6127285-cf86-5f4a-8976-b79876af033f
8030927381288078911	c6127285-cf86-5f4a-8976-b79876af033f
8648914282346190396	c6127285-cf86-5f4a-8976-b79876af033f
8691334814733392428	c6127285-cf86-5f4a-8976-b79876af033f
-3337469448888150153	e1415d05-853e-5b0b-8975-f0ee289f84f4
-3084034708028723179	e1415d05-853e-5b0b-8975-f0ee289f84f4
-2951492347441793868	e1415d05-853e-5b0b-8975-f0ee289f84f4
-1827934494822585298	e1415d05-853e-5b0b-8975-f0ee289f84f4
-1335493209719032288	e1415d05-853e-5b0b-8975-f0ee289f84f4
-1107595449890322391	e1415d05-853e-5b0b-8975-f0ee289f84f4
5310152253245968936	e1415d05-853e-5b0b-8975-f0ee289f84f4
5568085151544114750	e1415d05-853e-5b0b-8975-f0ee289f84f4
5757499411178544256	e1415d05-853e-5b0b-8975-f0ee289f84f4
7502949118298244035	e1415d05-853e-5b0b-8975-f0ee289f84f4
8067342848183609599	e1415d05-853e-5b0b-8975-f0ee289f84f4
-8355768055027867473	d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda
-7844519703253577338	d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda
-4797082931181076739	d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda
-2701082302225194105	d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda
-2164434411502858238	d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda
-1824953307468424933	d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda
-1065256798734029445	d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda
5053981119020178981	d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda
6276026416166451086	d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda
6400934581803555863	d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda
8775614847906141835	d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda
-6091048712713384473	02b32752-c53b-595f-9ef9-d33928fa814b
-5683373991905903722	02b32752-c53b-595f-9ef9-d33928fa814b
-4703201074175459999	02b32752-c53b-595f-9ef9-d33928fa814b
-3309509349820491297	02b32752-c53b-595f-9ef9-d33928fa814b
-2857318884928833010	02b32752-c53b-595f-9ef9-d33928fa814b
-2777473689001837201	02b32752-c53b-595f-9ef9-d33928fa814b
-1553465387379253206	02b32752-c53b-595f-9ef9-d33928fa814b
3538870212730925058	02b32752-c53b-595f-9ef9-d33928fa814b
3709698067549697209	02b32752-c53b-595f-9ef9-d33928fa814b
4657544384811003796	02b32752-c53b-595f-9ef9-d33928fa814b
5427122330332109506	02b32752-c53b-595f-9ef9-d33928fa814b
6990064319695724630	02b32752-c53b-595f-9ef9-d33928fa814b
8893288561980467562	02b32752-c53b-595f-9ef9-d33928fa814b
9072597154672353219	02b32752-c53b-595f-9ef9-d33928fa814b
\.


--
-- Data for Name: report_link; Type: TABLE DATA; Schema: incidents; Owner: -
--

COPY incidents.report_link (report_id, incident_id, article_id, ordinal, revision, extractor, features) FROM stdin;
59528ffe-9940-5eeb-89ac-cff5e333cb82	0bb5b6ea-1222-568a-a3df-5f603fc4da63	67dda566-8fff-559e-899c-454a338e0cb3	0	1	rules/1.1	{"end": "2022-06-14", "lat": 33.7856, "lon": 42.4412, "type": "rocket_attack", "place": "Ain al-Asad Air Base", "start": "2022-06-14", "terms": "xegIH/o5hASFRdXLYgKfDw4PUQ903nZGvgR2HERhWtzrN1hcnmUcBwQxMjbUCs4IY/BLKD7Kp+udbiYA+8gcKzIedRjeESLCpZwww1I91a37PNe1c4spDjlutvAmS9i9X06Ef4ADHc4uBL1Z1OgQNm/DrTk4QJRrA9XwNQiD0mzQWUIeFzdk2BdH56wvrInpch4gNjTgvEiXjwqUPpA4GEebR2M=", "admin1": "Anbar", "isMain": true, "killed": {"max": 0, "min": 0}, "outlet": "Levant Post", "people": [], "country": "IQ", "targets": [2586757599060498670], "weapons": [{"min": 5, "type": "rocket"}], "wounded": {"max": 3, "min": 3}, "reportId": "59528ffe-9940-5eeb-89ac-cff5e333cb82", "articleId": "67dda566-8fff-559e-899c-454a338e0cb3", "precision": "day", "published": "2022-06-15", "timeOfDay": "night", "confidence": 0.99, "perpetrators": [], "placePrecision": "site"}
8ae318d9-f8db-56bc-bdd0-71210a7f9ce8	0bb5b6ea-1222-568a-a3df-5f603fc4da63	fa05a9cb-3094-5aba-b5cc-b73a8a74b841	0	1	rules/1.1	{"end": "2022-06-14", "lat": 33.7856, "lon": 42.4412, "type": "rocket_attack", "place": "Ain al-Asad Air Base", "start": "2022-06-14", "terms": "hUXVy2ICnw/UC9TfqknZog4PUQ/F6Agf6zdYXPo5hASB+pRrnu4a+IM8GRYEMTI23hEiwtQKzghEYVrcy3ddHtToEDbQWUIeb8OtOf+B5n2hEW82PRj1kfs817VZE5GO5Zsy8wxS4oNRs8nvgOeRNelMzm5yHiA24yAOluE+ekK8bZNSUj3VrWLvBd9EJRfkCFTUDJjKACfMPEjwNe7p/5d+KL8+kDgYOW628AKZJ4g/aPrYlACVGiNdWdw4QJRrszJMDC1Md0MvUMSB8QqfLD0+/xbI+a8c", "admin1": "Anbar", "isMain": true, "outlet": "Tigris Wire", "people": [], "country": "IQ", "targets": [2586757599060498670, 1071218273386314883], "weapons": [{"max": 6, "min": 6, "type": "rocket"}], "wounded": {"max": 2, "min": 2}, "reportId": "8ae318d9-f8db-56bc-bdd0-71210a7f9ce8", "articleId": "fa05a9cb-3094-5aba-b5cc-b73a8a74b841", "precision": "day", "published": "2022-06-15", "confidence": 0.99, "perpetrators": [-7288735354873564094], "placePrecision": "site"}
b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8	eb63cca7-ed2e-52e0-9a97-7908b4402f73	74fc959b-868d-50b1-8fca-b0280e17832a	0	1	rules/1.1	{"end": "2021-03-22", "lat": 33.9402, "lon": 44.3616, "type": "shelling", "place": "Balad Air Base", "start": "2021-03-22", "terms": "xegIH3QDTxYOD1EP3uHSm5Vmppeaj+QVMh51GDhAlGvg+3vDy3ddHgQxMjYYujuI/AVx593S9MwSfWE2Fzdk2EQlF+Rvw605LgS9WQSpVhmbHE0VRGFa3FI91a2RAWlY3lTXWaIyu5pM6Iby0FlCHvs817XprbeBZqZ4JrbPenIAiDdQ1ctyTmvWmi1CUKPjNe7p/w==", "admin1": "Salah al-Din", "isMain": true, "killed": {"max": 1, "min": 1}, "outlet": "Gulf Desk", "people": [], "country": "IQ", "targets": [-1520519031926385055], "weapons": [{"max": 3, "min": 3, "type": "mortar"}], "wounded": {"max": 5, "min": 5}, "reportId": "b7509fcd-9bf7-53d1-a2fd-2a0a4f480ff8", "articleId": "74fc959b-868d-50b1-8fca-b0280e17832a", "precision": "day", "published": "2021-03-23", "confidence": 0.98, "perpetrators": [-4668127716022509823], "placePrecision": "site"}
ea9316fa-ec38-5d77-a06e-2d74fdb29cd6	eb63cca7-ed2e-52e0-9a97-7908b4402f73	e10048d9-4692-5119-82fa-096c13157a7f	0	1	rules/1.1	{"end": "2021-03-22", "lat": 33.9402, "lon": 44.3616, "type": "shelling", "place": "Balad Air Base", "start": "2021-03-22", "terms": "dANPFtQL1N/F6Agf3uHSm+J56o4EMTI2BKlWGT6QOBhibjxmYVdUbst3XR4xrZ3yFzdk2G/DrTlsy+YMXDWqCZEBaVhKRiihUj3VrdBZQh4uBL1Z3dL0zIAdBKI4QJRrdDU82gLMtbPFZetykiUTnJcbORTC06x6kvXtjuKizpam3RqUZvwviaqhW7TpmmkwFKxKAFRM92w+yqfrRpTDFhO0+PhQ1GyD", "admin1": "Salah al-Din", "isMain": true, "killed": {"max": 1, "min": 1}, "outlet": "Tigris Wire", "people": [], "country": "IQ", "targets": [-1520519031926385055], "weapons": [{"max": 3, "min": 3, "type": "mortar"}], "wounded": {"max": 4, "min": 4}, "reportId": "ea9316fa-ec38-5d77-a06e-2d74fdb29cd6", "articleId": "e10048d9-4692-5119-82fa-096c13157a7f", "precision": "day", "published": "2021-03-22", "confidence": 0.99, "perpetrators": [], "placePrecision": "site"}
159a2aed-e575-5968-be85-d64e8348774e	df29e175-f188-51a7-8cc1-c4c2763155c9	64302502-c87d-5cf7-afe6-c61c39849a26	0	1	rules/1.1	{"end": "2023-11-08", "lat": 36.5337, "lon": 44.3399, "type": "drone_attack", "place": "Al-Harir Air Base", "start": "2023-11-08", "terms": "27XVw1mqnIez4VC54/I3PTdb3fNKmcHi2iJMCutBUSrLd10eBDEyNuWYc7juFxnPRGFa3DGtnfLTqg5sgAMdzoRqaLp/1zhbbOSIR1uU9jmdbiYAucC8iSGrx6jQWUIe", "admin1": "Erbil", "isMain": true, "outlet": "Erbil Chronicle", "people": [], "country": "IQ", "targets": [-4266969464566881304], "weapons": [{"max": 1, "min": 1, "type": "drone"}], "reportId": "159a2aed-e575-5968-be85-d64e8348774e", "articleId": "64302502-c87d-5cf7-afe6-c61c39849a26", "precision": "day", "published": "2023-11-09", "confidence": 0.97, "perpetrators": [], "placePrecision": "site"}
a2062681-4320-55ec-8aa1-e74350b1efb7	38908472-d756-5e83-be39-57c5389492da	64302502-c87d-5cf7-afe6-c61c39849a26	1	1	rules/1.1	{"lat": 36.5337, "lon": 44.3399, "type": "drone_attack", "place": "Al-Harir Air Base", "terms": "lWaml7VuKuwOD1EPsS0H9NoiTAoDl9DpVPU1bQQxMjbkKFGVNe7p/wcTc7bQWUIeCCfsOvdDr1I+kDgY1ArOCA13VJc=", "admin1": "Erbil", "isMain": false, "killed": {"max": 0, "min": 0}, "outlet": "Erbil Chronicle", "people": [], "country": "IQ", "targets": [], "weapons": [{"max": 2, "min": 2, "type": "drone"}], "wounded": {"max": 0, "min": 0}, "reportId": "a2062681-4320-55ec-8aa1-e74350b1efb7", "articleId": "64302502-c87d-5cf7-afe6-c61c39849a26", "published": "2023-11-09", "confidence": 0.94, "perpetrators": [], "placePrecision": "site"}
c269dcee-c785-524c-8bf6-ee55da393bbf	827b5258-c6b4-584c-8aee-f7d84dee386d	8ec58af2-21af-5b7d-a943-6d875fc57f8f	1	1	rules/1.1	{"lat": 33.24, "lon": 44.23, "type": "bombing", "place": "Victory Base Complex", "terms": "HhKiZst3XR4Dl9DpOECUa9oiTApCQuNSAioTMOaMY9VcFEv4l34ovz6QOBjwdFBMsknB8Fr88irbbkjOjRbNHc3N7yY=", "admin1": "Baghdad", "isMain": false, "outlet": "Levant Post", "people": [], "country": "IQ", "targets": [-2436480425899382270], "weapons": [], "reportId": "c269dcee-c785-524c-8bf6-ee55da393bbf", "articleId": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "published": "2024-01-21", "confidence": 0.77, "perpetrators": [], "placePrecision": "site"}
e1415d05-853e-5b0b-8975-f0ee289f84f4	2279f9a0-29b2-5e07-b330-ef9fd2070f49	e2e425be-f44c-5c7c-ab25-2c3bd16a1906	0	1	rules/1.1	{"end": "2020-08-17", "lat": 33.5239, "lon": 44.2567, "type": "bombing", "place": "Camp Taji", "start": "2020-08-17", "terms": "S7YKydQL1N/F6Agfc+Wdi5A0eacs9XasrqQmPJ5lHAeXSzEFe55qdpc/NAi1s59q1lsPO6a7i2lCQuNSQVnmal++jiQMUuKDBDEyNjGtnfKRAWlYJmfAA0H08IQ+6+rs1ArOCKSbu6HKSyyPySYUdg++qFkCmSeI0FlCHlfedzWV21ouNe7p/+5VHJPHpvSUl34ov/HXAv9O7cHINFzSlA==", "admin1": "Baghdad", "isMain": true, "killed": {"max": 2, "min": 2}, "outlet": "Basra Courier", "people": [], "country": "IQ", "targets": [-3113843789018714861, 2611181185117480350], "weapons": [{"max": 1, "min": 1, "type": "bomb"}], "reportId": "e1415d05-853e-5b0b-8975-f0ee289f84f4", "articleId": "e2e425be-f44c-5c7c-ab25-2c3bd16a1906", "precision": "day", "published": "2020-08-17", "timeOfDay": "morning", "confidence": 0.98, "perpetrators": [-2787123255921015785], "placePrecision": "site"}
d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda	778b431e-12f3-54e2-9d4a-e97ab7e6440d	dbc04974-73d8-54c3-be66-ae206b0c92b9	0	1	rules/1.1	{"end": "2022-06-13", "lat": 35.4681, "lon": 44.3922, "type": "shooting", "place": "Kirkuk", "start": "2022-06-13", "terms": "C7Wadg4PUQ+VwMmFIC06a67vfTS/dz08NzKE8/+E2DUDl9Dp4Pt7wy4EvVk39XOqkQFpWFkTkY5KRiih0FlCHg==", "admin1": "Kirkuk", "isMain": true, "killed": {"max": 3, "min": 3}, "outlet": "Upgrade Gazette", "people": [], "country": "IQ", "targets": [], "weapons": [], "reportId": "d89d4fb0-7bfc-5c88-aa4a-b2ea3ffb7cda", "articleId": "dbc04974-73d8-54c3-be66-ae206b0c92b9", "precision": "day", "published": "2022-06-15", "confidence": 0.96, "perpetrators": [578519498535503103], "placePrecision": "settlement"}
02b32752-c53b-595f-9ef9-d33928fa814b	53286e57-a1b9-5c3d-85f1-fd7595b09dcd	3be64a2b-4c55-5658-acae-96f7f42830c4	0	2	rules/1.1	{"end": "2022-06-12", "lat": 36.335, "lon": 43.1189, "type": "car_bombing", "place": "Mosul", "start": "2022-06-12", "terms": "QyqHTQ4PUQ/MN3bbIC06a793PTyUo9jKZeLZfpc/NAhCQuNSR6zMM090CURZE5GOPuvq7P+B5n1cNaoJ5Zsy8yuPW+9KRiih0FlCHg==", "admin1": "Nineveh", "isMain": true, "killed": {"max": 6, "min": 6}, "outlet": "Upgrade Gazette", "people": [], "country": "IQ", "targets": [-2035904330970911673], "weapons": [{"max": 1, "min": 1, "type": "car_bomb"}], "wounded": {"max": 9, "min": 9}, "reportId": "02b32752-c53b-595f-9ef9-d33928fa814b", "articleId": "3be64a2b-4c55-5658-acae-96f7f42830c4", "precision": "day", "published": "2022-06-15", "confidence": 0.99, "perpetrators": [], "placePrecision": "settlement"}
c6127285-cf86-5f4a-8976-b79876af033f	53286e57-a1b9-5c3d-85f1-fd7595b09dcd	8ec58af2-21af-5b7d-a943-6d875fc57f8f	0	1	rules/1.1	{"end": "2024-01-21", "lat": 33.24, "lon": 44.23, "type": "drone_attack", "place": "Victory Base Complex", "start": "2024-01-21", "terms": "1AvU3+RPxVqMYW6lGcTcz8XoCB+tp7Q7FL+BZx4SombUCs4IDXdUlwQxMjY4QJRrPpA4GG3cAgcj6GO+T3QJRDRiBrzlmzLzyhpdVTlutvAmS9i90FlCHst3XR4Dl9Dp2iJMCkJC41ICKhMw5oxj1VwUS/joSseJhgv+Ww==", "admin1": "Baghdad", "isMain": true, "killed": {"max": 1, "min": 1}, "outlet": "Levant Post", "people": [], "country": "IQ", "targets": [7735872673258752750], "weapons": [{"max": 2, "min": 2, "type": "drone"}], "wounded": {"max": 1, "min": 1}, "reportId": "c6127285-cf86-5f4a-8976-b79876af033f", "articleId": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "precision": "day", "published": "2024-01-21", "confidence": 0.99, "perpetrators": [], "placePrecision": "site"}
\.


--
-- Data for Name: inbox; Type: TABLE DATA; Schema: ingest; Owner: -
--

COPY ingest.inbox (key, value, at) FROM stdin;
request/upgrade-key-1	{"articles": [{"traceId": "f13961c9cb77342d971caa623e3b0022", "articleId": "dbc04974-73d8-54c3-be66-ae206b0c92b9", "duplicate": false}], "bodyHash": "5bf497a3fd5351820e0a8c53bbefdeb56f255d54145328b608c9f2f0777af09f"}	2026-11-26 11:07:39.613451+00
\.


--
-- Data for Name: mt_doc_article; Type: TABLE DATA; Schema: ingest; Owner: -
--

COPY ingest.mt_doc_article (id, data, mt_last_modified, mt_dotnet_type, mt_version) FROM stdin;
fa05a9cb-3094-5aba-b5cc-b73a8a74b841	{"id": "fa05a9cb-3094-5aba-b5cc-b73a8a74b841", "labels": {"tags": [], "outlet": "Tigris Wire", "source": null, "language": null, "receivedAt": "2026-11-26T11:07:36.4649783+00:00", "publishedAt": "2022-06-15T05:40:00+00:00"}, "version": 1, "revision": 1, "contentHash": "aa9da030923a89e8c9d062b31c3956e5fd380fb105f1854756643e1ec33d47bf"}	2026-11-26 11:07:36.464978+00	Platform.Ingest.Article, Ingest	1
67dda566-8fff-559e-899c-454a338e0cb3	{"id": "67dda566-8fff-559e-899c-454a338e0cb3", "labels": {"tags": [], "outlet": "Levant Post", "source": null, "language": null, "receivedAt": "2026-11-26T11:07:36.512929+00:00", "publishedAt": "2022-06-15T09:10:00+00:00"}, "version": 1, "revision": 1, "contentHash": "f4629d07fa219c3c21772855e7c96676d6cd914dbf1e1f96ca90b2b2f64dbbb6"}	2026-11-26 11:07:36.512929+00	Platform.Ingest.Article, Ingest	1
64302502-c87d-5cf7-afe6-c61c39849a26	{"id": "64302502-c87d-5cf7-afe6-c61c39849a26", "labels": {"tags": [], "outlet": "Erbil Chronicle", "source": null, "language": null, "receivedAt": "2026-11-26T11:07:36.5132182+00:00", "publishedAt": "2023-11-09T00:00:00+00:00"}, "version": 1, "revision": 1, "contentHash": "262369ffdbf4a21fbfecee04ccd61e32fdb6c06f871077d3e63f6a1907b76770"}	2026-11-26 11:07:36.513218+00	Platform.Ingest.Article, Ingest	1
e10048d9-4692-5119-82fa-096c13157a7f	{"id": "e10048d9-4692-5119-82fa-096c13157a7f", "labels": {"tags": [], "outlet": "Tigris Wire", "source": null, "language": null, "receivedAt": "2026-11-26T11:07:36.5146417+00:00", "publishedAt": "2021-03-22T16:00:00+00:00"}, "version": 1, "revision": 1, "contentHash": "c8eda2291a883b67b7edffe0872795474f3f46c2eecc80543391661d3dd0185a"}	2026-11-26 11:07:36.514641+00	Platform.Ingest.Article, Ingest	1
74fc959b-868d-50b1-8fca-b0280e17832a	{"id": "74fc959b-868d-50b1-8fca-b0280e17832a", "labels": {"tags": [], "outlet": "Gulf Desk", "source": null, "language": null, "receivedAt": "2026-11-26T11:07:36.5146952+00:00", "publishedAt": "2021-03-23T00:00:00+00:00"}, "version": 1, "revision": 1, "contentHash": "0554f289231c850c7b13eb981a78e68b18ea38df0c85f00dcc45ffd3f6c0fe7a"}	2026-11-26 11:07:36.514695+00	Platform.Ingest.Article, Ingest	1
e2e425be-f44c-5c7c-ab25-2c3bd16a1906	{"id": "e2e425be-f44c-5c7c-ab25-2c3bd16a1906", "labels": {"tags": [], "outlet": "Basra Courier", "source": null, "language": null, "receivedAt": "2026-11-26T11:07:36.5147452+00:00", "publishedAt": "2020-08-17T12:30:00+00:00"}, "version": 1, "revision": 1, "contentHash": "239f4434e5a02adc60cf8d30e792b9118d977c96bdf7448d341c7ed9ee6e5b76"}	2026-11-26 11:07:36.514745+00	Platform.Ingest.Article, Ingest	1
4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc	{"id": "4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc", "labels": {"tags": [], "outlet": "Nineveh Today", "source": null, "language": null, "receivedAt": "2026-11-26T11:07:36.5147936+00:00", "publishedAt": "2024-02-12T00:00:00+00:00"}, "version": 1, "revision": 1, "contentHash": "b1e16d10a416159d187448eb5028a1cc73047e507a21d8076f3c7f18ba855843"}	2026-11-26 11:07:36.514793+00	Platform.Ingest.Article, Ingest	1
8ec58af2-21af-5b7d-a943-6d875fc57f8f	{"id": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "labels": {"tags": [], "outlet": "Levant Post", "source": null, "language": null, "receivedAt": "2026-11-26T11:07:36.5148315+00:00", "publishedAt": "2024-01-21T07:15:00+00:00"}, "version": 1, "revision": 1, "contentHash": "c88a9d98ce88b90c6e3b5659aec51ba7aaca10a676a22fb506ef4166f0c8ac31"}	2026-11-26 11:07:36.514831+00	Platform.Ingest.Article, Ingest	1
dbc04974-73d8-54c3-be66-ae206b0c92b9	{"id": "dbc04974-73d8-54c3-be66-ae206b0c92b9", "labels": {"tags": [], "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "receivedAt": "2026-11-26T11:07:39.6134514+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "version": 1, "revision": 1, "contentHash": "8a316e3974e5283d0510908554019a78d4e831c408c9fe04f52a616ae74284b5"}	2026-11-26 11:07:39.613451+00	Platform.Ingest.Article, Ingest	1
6d18e9b1-d630-5550-b3a8-c32ed791f49a	{"id": "6d18e9b1-d630-5550-b3a8-c32ed791f49a", "labels": {"tags": [], "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "receivedAt": "2026-11-26T11:07:40.0806069+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "version": 1, "revision": 1, "contentHash": "2837a51ce2e4cb1140dde0929c8298b97668f81c790a5448d1970feaf5fbd5d6"}	2026-11-26 11:07:40.080606+00	Platform.Ingest.Article, Ingest	1
3be64a2b-4c55-5658-acae-96f7f42830c4	{"id": "3be64a2b-4c55-5658-acae-96f7f42830c4", "labels": {"tags": [], "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "receivedAt": "2026-11-26T11:07:40.0653889+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "version": 3, "revision": 2, "contentHash": "f524521078c77566d904a415f634c1fc22771727c43cde4396c7a15b3c69ffb5"}	2026-11-26 11:07:41.269083+00	Platform.Ingest.Article, Ingest	3
65f56b28-cc78-5388-8439-1ae343da0ce7	{"id": "65f56b28-cc78-5388-8439-1ae343da0ce7", "labels": {"tags": [], "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "receivedAt": "2026-11-26T11:07:41.9052414+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "version": 1, "revision": 1, "contentHash": "d894f3a3d054bd84dcddb6bb2b821e53d3213f3921227e7daf3b6880e6e6765b"}	2026-11-26 11:07:41.905241+00	Platform.Ingest.Article, Ingest	1
0246c17f-d9c8-533a-b928-62b0061c2fbd	{"id": "0246c17f-d9c8-533a-b928-62b0061c2fbd", "labels": {"tags": [], "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "receivedAt": "2026-11-26T11:07:41.940811+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "version": 1, "revision": 1, "contentHash": "44ad88a9585a498a851d0eb1dc832d6199b36100be95da57025412cbf2f6947a"}	2026-11-26 11:07:41.940811+00	Platform.Ingest.Article, Ingest	1
ff693689-617e-58c7-be7a-7e3c1031724c	{"id": "ff693689-617e-58c7-be7a-7e3c1031724c", "labels": {"tags": [], "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "receivedAt": "2026-11-26T11:07:42.5316394+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "version": 1, "revision": 1, "contentHash": "6fa1d18e6ffeed5f3bd78de46a9ca01abbef82ef58e97d59084732a4f144d6c0"}	2026-11-26 11:07:42.531639+00	Platform.Ingest.Article, Ingest	1
477acec0-b945-5714-ad6a-79ad736364ab	{"id": "477acec0-b945-5714-ad6a-79ad736364ab", "labels": {"tags": [], "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "receivedAt": "2026-11-26T11:07:42.5501968+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}, "version": 1, "revision": 1, "contentHash": "a689d19fcc6f603fe325aaa880d209cb7eca48a1995b573fe31ea64784f98ed0"}	2026-11-26 11:07:42.550196+00	Platform.Ingest.Article, Ingest	1
\.


--
-- Data for Name: mt_event_progression; Type: TABLE DATA; Schema: ingest; Owner: -
--

COPY ingest.mt_event_progression (name, last_seq_id, last_updated) FROM stdin;
relay	15	2026-11-26 11:07:41.988516+00
\.


--
-- Data for Name: mt_events; Type: TABLE DATA; Schema: ingest; Owner: -
--

COPY ingest.mt_events (seq_id, id, stream_id, version, data, bdata, type, "timestamp", tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, is_archived) FROM stdin;
1	c048b9db-a201-56a2-8ef9-3aa2d011b1b9	fa05a9cb-3094-5aba-b5cc-b73a8a74b841	1	{"url": "https://example.org/tigris-wire/sample-1", "tags": [], "text": "BAGHDAD — Six Katyusha rockets hit Ain al-Asad air base in western Iraq late on Tuesday, 14 June, wounding two Iraqi soldiers, the military said.\\n\\nThe rockets were fired from the back of a truck that was found burning near the town of al-Baghdadi, about eight kilometres from the base in Anbar province. Two of them damaged a hangar; the others fell on open ground.\\n\\nNo group has claimed the attack. A security official, who asked not to be named, said he suspected one of the armed factions that have threatened foreign troops at the base since the spring.", "title": "Rockets hit Ain al-Asad air base, two soldiers wounded", "outlet": "Tigris Wire", "revision": 1, "articleId": "fa05a9cb-3094-5aba-b5cc-b73a8a74b841", "externalId": "sample-1", "receivedAt": "2026-11-26T11:07:36.4649783+00:00", "publishedAt": "2022-06-15T05:40:00+00:00"}	\N	article_received	2026-11-26 11:07:36.464978+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	fa05a9cb-3094-5aba-b5cc-b73a8a74b841	\N	{"traceparent": "00-74df39b1fe9c8d2ec618f122ebd95d54-cb73ecd518ed8f23-00"}	f
2	ef0412c5-de53-5944-9f65-1cdb3f077172	67dda566-8fff-559e-899c-454a338e0cb3	1	{"url": "https://example.org/levant-post/sample-2", "tags": [], "text": "At least five rockets struck the Ain al-Asad base in Iraq's Anbar province on Tuesday night, two security sources told Levant Post on Wednesday.\\n\\nThree Iraqi soldiers were wounded, one of them seriously, a doctor at the hospital in Hit said. Nobody was killed. The launcher, mounted on a lorry, was found in an orchard near al-Baghdadi.\\n\\nIt was the first attack on the base in nearly two months.", "title": "Iraqi base in Anbar comes under rocket fire", "outlet": "Levant Post", "revision": 1, "articleId": "67dda566-8fff-559e-899c-454a338e0cb3", "externalId": "sample-2", "receivedAt": "2026-11-26T11:07:36.512929+00:00", "publishedAt": "2022-06-15T09:10:00+00:00"}	\N	article_received	2026-11-26 11:07:36.512929+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	67dda566-8fff-559e-899c-454a338e0cb3	\N	{"traceparent": "00-ca6e9e7a3762482bd270f0811c6d5b4c-7e26f4fadab52fb3-00"}	f
3	03c7399f-2a84-5bd1-a25f-efc2b3a80375	64302502-c87d-5cf7-afe6-c61c39849a26	1	{"url": "https://example.org/erbil-chronicle/sample-3", "tags": [], "text": "ERBIL — An explosive-laden drone hit Harir air base north-east of Erbil on Wednesday, 8 November 2023, setting a fuel store on fire, Kurdish counter-terrorism officials said. A second drone was shot down before it reached the base.\\n\\nThere were no casualties. A group calling itself the Islamic Resistance in Iraq said in a statement that it had carried out the attack with two drones.", "title": "Drone laden with explosives crashes into Harir air base", "outlet": "Erbil Chronicle", "revision": 1, "articleId": "64302502-c87d-5cf7-afe6-c61c39849a26", "externalId": "sample-3", "receivedAt": "2026-11-26T11:07:36.5132182+00:00", "publishedAt": "2023-11-09T00:00:00+00:00"}	\N	article_received	2026-11-26 11:07:36.513218+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	64302502-c87d-5cf7-afe6-c61c39849a26	\N	{"traceparent": "00-ce5c594b26649cb5902f7fd41631da6a-ec0408ac7cc734c4-00"}	f
4	36ac0c6e-e006-551b-a8f5-a82d11504c95	e10048d9-4692-5119-82fa-096c13157a7f	1	{"url": "https://example.org/tigris-wire/sample-4", "tags": [], "text": "A mortar attack on Balad air base, north of Baghdad, killed an Iraqi contractor and wounded four people on Monday, police in Salahuddin province said.\\n\\nThree mortar shells landed inside the base at around 11 a.m., one of them next to a workshop where the country's fighter jets are serviced. Officers searched farmland across the river but made no arrests.\\n\\nLast year a rocket attack on the same base had caused no damage.", "title": "Mortar attack on Balad base kills contractor", "outlet": "Tigris Wire", "revision": 1, "articleId": "e10048d9-4692-5119-82fa-096c13157a7f", "externalId": "sample-4", "receivedAt": "2026-11-26T11:07:36.5146417+00:00", "publishedAt": "2021-03-22T16:00:00+00:00"}	\N	article_received	2026-11-26 11:07:36.514641+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	e10048d9-4692-5119-82fa-096c13157a7f	\N	{"traceparent": "00-19178711dddaaa3e1d3f65f2b82dd69b-3094ee71c2b3c85c-00"}	f
5	2976513e-032e-59aa-b1a2-120a1200a1db	74fc959b-868d-50b1-8fca-b0280e17832a	1	{"url": "https://example.org/gulf-desk/sample-5", "tags": [], "text": "One man was killed and five others were wounded when three mortar rounds hit Balad air base in Iraq's Salahuddin province on Monday, a local council member said on Tuesday. The dead man worked for a company that maintains aircraft.\\n\\nThe army blamed remnants of the Islamic State group.", "title": "Five hurt, one dead as shells land on Iraqi air base", "outlet": "Gulf Desk", "revision": 1, "articleId": "74fc959b-868d-50b1-8fca-b0280e17832a", "externalId": "sample-5", "receivedAt": "2026-11-26T11:07:36.5146952+00:00", "publishedAt": "2021-03-23T00:00:00+00:00"}	\N	article_received	2026-11-26 11:07:36.514695+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	74fc959b-868d-50b1-8fca-b0280e17832a	\N	{"traceparent": "00-d60a01899c771dc310ff4eae53e0e1f7-611922d3dd928c39-00"}	f
6	4c327ac6-1e95-5430-9d61-adb08eab1079	e2e425be-f44c-5c7c-ab25-2c3bd16a1906	1	{"url": "https://example.org/basra-courier/sample-6", "tags": [], "text": "BAGHDAD — A roadside bomb exploded beside a convoy carrying supplies to the Taji military base, north of Baghdad, on Monday morning, 17 August 2020, killing two Iraqi drivers and destroying a lorry, an interior ministry official said.\\n\\nA little-known group, which gave its name as the Revenge Companies, claimed responsibility in a message posted online.", "title": "Roadside bomb hits supply convoy near Taji", "outlet": "Basra Courier", "revision": 1, "articleId": "e2e425be-f44c-5c7c-ab25-2c3bd16a1906", "externalId": "sample-6", "receivedAt": "2026-11-26T11:07:36.5147452+00:00", "publishedAt": "2020-08-17T12:30:00+00:00"}	\N	article_received	2026-11-26 11:07:36.514745+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	e2e425be-f44c-5c7c-ab25-2c3bd16a1906	\N	{"traceparent": "00-3f422cfb6ea6827dd07e8ea0bd0a0543-15d58b565d79e55d-00"}	f
7	980e348c-4b31-5e29-9411-d70a486116b4	4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc	1	{"url": "https://example.org/nineveh-today/sample-7", "tags": [], "text": "MOSUL — Iraqi ground troops and helicopter crews began a three-day exercise at the Qayyarah West airfield on Monday. Artillery units will fire live rounds at old vehicles in the desert on Wednesday, and residents of nearby villages have been told not to be alarmed by the sound of explosions.\\n\\nThe exercise, the second this year, is to test how quickly the two forces can answer an attack on the base. No such attack is expected, a spokesman said.", "title": "Army and air force hold three-day exercise at Qayyarah", "outlet": "Nineveh Today", "revision": 1, "articleId": "4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc", "externalId": "sample-7", "receivedAt": "2026-11-26T11:07:36.5147936+00:00", "publishedAt": "2024-02-12T00:00:00+00:00"}	\N	article_received	2026-11-26 11:07:36.514793+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc	\N	{"traceparent": "00-c42d1317beb3a3c59681b2cb4c052d22-b4d08fd73ca082ac-00"}	f
8	ccffa16b-afae-5b80-a4f9-132ea4971472	8ec58af2-21af-5b7d-a943-6d875fc57f8f	1	{"url": "https://example.org/levant-post/sample-8", "tags": [], "text": "Two drones attacked Victoria base beside Baghdad International Airport before dawn on Sunday, 21 January 2024, wounding one Iraqi guard, security sources said.\\n\\nThe air defences shot down one drone; the other exploded near a warehouse and broke windows. Flights were not disturbed. Nobody has claimed the attack, which the prime minister's office called a terrorist act.", "title": "Two drones attack base beside Baghdad airport", "outlet": "Levant Post", "revision": 1, "articleId": "8ec58af2-21af-5b7d-a943-6d875fc57f8f", "externalId": "sample-8", "receivedAt": "2026-11-26T11:07:36.5148315+00:00", "publishedAt": "2024-01-21T07:15:00+00:00"}	\N	article_received	2026-11-26 11:07:36.514831+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	8ec58af2-21af-5b7d-a943-6d875fc57f8f	\N	{"traceparent": "00-184dd3160a354004017fa639799ffe30-351cfb518dd342c0-00"}	f
9	d58a05c7-8571-5cf6-8d04-625d9ba10777	dbc04974-73d8-54c3-be66-ae206b0c92b9	1	{"tags": [], "text": "Gunmen shot dead three policemen at a checkpoint in Kirkuk, Iraq, on Monday, 13 June 2022, police said.", "title": "Article keyed", "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "revision": 1, "articleId": "dbc04974-73d8-54c3-be66-ae206b0c92b9", "externalId": "upgrade-keyed", "receivedAt": "2026-11-26T11:07:39.6134514+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}	\N	article_received	2026-11-26 11:07:39.613451+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	dbc04974-73d8-54c3-be66-ae206b0c92b9	\N	{"traceparent": "00-f13961c9cb77342d971caa623e3b0022-2c37823cb85f1cce-00"}	f
10	146e8d1d-8426-5d6f-8aa9-4beff8c6657e	3be64a2b-4c55-5658-acae-96f7f42830c4	1	{"tags": [], "text": "A car bomb exploded in a market in Mosul, Iraq, on Sunday, 12 June 2022, killing four people, police said.", "title": "Article revised", "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "revision": 1, "articleId": "3be64a2b-4c55-5658-acae-96f7f42830c4", "externalId": "upgrade-revised", "receivedAt": "2026-11-26T11:07:39.660263+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}	\N	article_received	2026-11-26 11:07:39.660263+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	3be64a2b-4c55-5658-acae-96f7f42830c4	\N	{"traceparent": "00-83f6e87fec77bcb4750044324db756ee-d11e9ed8b351418f-00"}	f
11	227b1112-e67b-5800-9a07-5964bfaf3a1f	3be64a2b-4c55-5658-acae-96f7f42830c4	2	{"article": {"tags": [], "text": "A car bomb exploded in a market in Mosul, Iraq, on Sunday, 12 June 2022, killing six people and wounding nine, police said.", "title": "Article revised", "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "revision": 2, "articleId": "3be64a2b-4c55-5658-acae-96f7f42830c4", "externalId": "upgrade-revised", "receivedAt": "2026-11-26T11:07:40.0653889+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}}	\N	article_revised	2026-11-26 11:07:40.065388+00	*DEFAULT*	Platform.Contracts.ArticleRevised, Contracts	3be64a2b-4c55-5658-acae-96f7f42830c4	\N	{"traceparent": "00-401473e46b68979092a45f20cfce774f-6afe95cfd4add36c-00"}	f
12	56160a6e-d395-5f4e-a10f-b47fd0906450	6d18e9b1-d630-5550-b3a8-c32ed791f49a	1	{"tags": [], "text": "The ministry of agriculture said the wheat harvest in Nineveh was the best in ten years.", "title": "Article quiet", "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "revision": 1, "articleId": "6d18e9b1-d630-5550-b3a8-c32ed791f49a", "externalId": "upgrade-quiet", "receivedAt": "2026-11-26T11:07:40.0806069+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}	\N	article_received	2026-11-26 11:07:40.080606+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	6d18e9b1-d630-5550-b3a8-c32ed791f49a	\N	{"traceparent": "00-65b2e8121b65f06d45b0999bfdcc685f-e91b7165ac3d2a62-00"}	f
13	60845fe0-55a2-5ee8-b8d3-4dbfe4addea6	3be64a2b-4c55-5658-acae-96f7f42830c4	3	{"actor": {"kind": "person", "name": "Ann Operator"}, "reason": "tried", "revision": 2, "articleId": "3be64a2b-4c55-5658-acae-96f7f42830c4", "requestId": "01a2178a-2c6a-7a2f-a9f0-d094b8ba090e", "requestedAt": "2026-11-26T11:07:41.2690838+00:00"}	\N	extraction_requested	2026-11-26 11:07:41.269083+00	*DEFAULT*	Platform.Contracts.ExtractionRequested, Contracts	3be64a2b-4c55-5658-acae-96f7f42830c4	01a2178a-2c6a-7a2f-a9f0-d094b8ba090e	{"traceparent": "00-a340637173372718d9c3070720430ce7-f86df5df374dbf79-00"}	f
14	50020f34-8728-5259-bdc8-532c9be78db9	65f56b28-cc78-5388-8439-1ae343da0ce7	1	{"tags": [], "text": "Two rockets hit the Balad air base north of Baghdad on 3 May 2022, wounding 3 soldiers.", "title": "Article 3", "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "revision": 1, "articleId": "65f56b28-cc78-5388-8439-1ae343da0ce7", "externalId": "upgrade-3", "receivedAt": "2026-11-26T11:07:41.9052414+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}	\N	article_received	2026-11-26 11:07:41.905241+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	65f56b28-cc78-5388-8439-1ae343da0ce7	\N	{"traceparent": "00-4c4114f4ee626b9ccd2db382a8b7fddb-c29fdc22956d3578-00"}	f
15	d63fe874-2de5-52f1-9a52-545299721406	0246c17f-d9c8-533a-b928-62b0061c2fbd	1	{"tags": [], "text": "Two rockets hit the Balad air base north of Baghdad on 9 May 2022, wounding 9 soldiers.", "title": "Article 9", "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "revision": 1, "articleId": "0246c17f-d9c8-533a-b928-62b0061c2fbd", "externalId": "upgrade-9", "receivedAt": "2026-11-26T11:07:41.940811+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}	\N	article_received	2026-11-26 11:07:41.940811+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	0246c17f-d9c8-533a-b928-62b0061c2fbd	\N	{"traceparent": "00-807259c817c21e00122eb694dc9fef8f-91ac624ff2cad947-00"}	f
16	c9db95ca-698a-53fc-a612-8deb98f5b794	ff693689-617e-58c7-be7a-7e3c1031724c	1	{"tags": [], "text": "A roadside bomb killed 5 soldiers near Tikrit, Iraq, on 5 April 2022.", "title": "Article 5", "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "revision": 1, "articleId": "ff693689-617e-58c7-be7a-7e3c1031724c", "externalId": "upgrade-5", "receivedAt": "2026-11-26T11:07:42.5316394+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}	\N	article_received	2026-11-26 11:07:42.531639+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	ff693689-617e-58c7-be7a-7e3c1031724c	\N	{"traceparent": "00-2ec26805ea44e103e7bc4dfa061e110f-f8b0b747f84c99d3-00"}	f
17	1296d691-efff-5415-bd12-9cd477dcee37	477acec0-b945-5714-ad6a-79ad736364ab	1	{"tags": [], "text": "A roadside bomb killed 7 soldiers near Tikrit, Iraq, on 7 April 2022.", "title": "Article 7", "outlet": "Upgrade Gazette", "source": "upgrade", "language": "en", "revision": 1, "articleId": "477acec0-b945-5714-ad6a-79ad736364ab", "externalId": "upgrade-7", "receivedAt": "2026-11-26T11:07:42.5501968+00:00", "publishedAt": "2022-06-15T06:00:00+00:00"}	\N	article_received	2026-11-26 11:07:42.550196+00	*DEFAULT*	Platform.Contracts.ArticleReceived, Contracts	477acec0-b945-5714-ad6a-79ad736364ab	\N	{"traceparent": "00-737ac20ec1aec540404f8b5d418bb80d-25a43591229c6c6f-00"}	f
\.


--
-- Data for Name: mt_streams; Type: TABLE DATA; Schema: ingest; Owner: -
--

COPY ingest.mt_streams (id, type, version, "timestamp", created, tenant_id, is_archived) FROM stdin;
fa05a9cb-3094-5aba-b5cc-b73a8a74b841	article	1	2026-11-26 11:07:36.464978+00	2026-11-26 11:07:36.464978+00	*DEFAULT*	f
67dda566-8fff-559e-899c-454a338e0cb3	article	1	2026-11-26 11:07:36.512929+00	2026-11-26 11:07:36.512929+00	*DEFAULT*	f
64302502-c87d-5cf7-afe6-c61c39849a26	article	1	2026-11-26 11:07:36.513218+00	2026-11-26 11:07:36.513218+00	*DEFAULT*	f
e10048d9-4692-5119-82fa-096c13157a7f	article	1	2026-11-26 11:07:36.514641+00	2026-11-26 11:07:36.514641+00	*DEFAULT*	f
74fc959b-868d-50b1-8fca-b0280e17832a	article	1	2026-11-26 11:07:36.514695+00	2026-11-26 11:07:36.514695+00	*DEFAULT*	f
e2e425be-f44c-5c7c-ab25-2c3bd16a1906	article	1	2026-11-26 11:07:36.514745+00	2026-11-26 11:07:36.514745+00	*DEFAULT*	f
4b978f8d-b3f5-5bc7-8c8c-d0bd105752dc	article	1	2026-11-26 11:07:36.514793+00	2026-11-26 11:07:36.514793+00	*DEFAULT*	f
8ec58af2-21af-5b7d-a943-6d875fc57f8f	article	1	2026-11-26 11:07:36.514831+00	2026-11-26 11:07:36.514831+00	*DEFAULT*	f
dbc04974-73d8-54c3-be66-ae206b0c92b9	article	1	2026-11-26 11:07:39.613451+00	2026-11-26 11:07:39.613451+00	*DEFAULT*	f
6d18e9b1-d630-5550-b3a8-c32ed791f49a	article	1	2026-11-26 11:07:40.080606+00	2026-11-26 11:07:40.080606+00	*DEFAULT*	f
3be64a2b-4c55-5658-acae-96f7f42830c4	article	3	2026-11-26 11:07:41.269083+00	2026-11-26 11:07:39.660263+00	*DEFAULT*	f
65f56b28-cc78-5388-8439-1ae343da0ce7	article	1	2026-11-26 11:07:41.905241+00	2026-11-26 11:07:41.905241+00	*DEFAULT*	f
0246c17f-d9c8-533a-b928-62b0061c2fbd	article	1	2026-11-26 11:07:41.940811+00	2026-11-26 11:07:41.940811+00	*DEFAULT*	f
ff693689-617e-58c7-be7a-7e3c1031724c	article	1	2026-11-26 11:07:42.531639+00	2026-11-26 11:07:42.531639+00	*DEFAULT*	f
477acec0-b945-5714-ad6a-79ad736364ab	article	1	2026-11-26 11:07:42.550196+00	2026-11-26 11:07:42.550196+00	*DEFAULT*	f
\.


--
-- Data for Name: reextraction; Type: TABLE DATA; Schema: ingest; Owner: -
--

COPY ingest.reextraction (id, request, state, total, requested, "position", last_seq_id, traceparent, requested_at, started_at, finished_at) FROM stdin;
01a2178a-2c6a-7a2f-a9f0-d094b8ba090e	{"all": null, "actor": "Ann Operator", "filter": null, "reason": "tried", "articleIds": ["3be64a2b-4c55-5658-acae-96f7f42830c4"], "ratePerSecond": 50}	done	1	1	3be64a2b-4c55-5658-acae-96f7f42830c4	13	00-37d06116fb1a17736c463451dafa2bc2-4133104b1f725406-00	2026-11-26 11:07:41.034714+00	2026-11-26 11:07:41.269083+00	2026-11-26 11:07:41.338235+00
\.


--
-- Name: mt_events_sequence; Type: SEQUENCE SET; Schema: incidents; Owner: -
--

SELECT pg_catalog.setval('incidents.mt_events_sequence', 32, true);


--
-- Name: mt_events_sequence; Type: SEQUENCE SET; Schema: ingest; Owner: -
--

SELECT pg_catalog.setval('ingest.mt_events_sequence', 17, true);


--
-- Name: article pk_article; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.article
    ADD CONSTRAINT pk_article PRIMARY KEY (id);


--
-- Name: article_text pk_article_text; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.article_text
    ADD CONSTRAINT pk_article_text PRIMARY KEY (article_id, revision);


--
-- Name: dead_letter pk_dead_letter; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.dead_letter
    ADD CONSTRAINT pk_dead_letter PRIMARY KEY (id);


--
-- Name: extraction_article pk_extraction_article; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.extraction_article
    ADD CONSTRAINT pk_extraction_article PRIMARY KEY (request_id, article_id);


--
-- Name: extraction_difference pk_extraction_difference; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.extraction_difference
    ADD CONSTRAINT pk_extraction_difference PRIMARY KEY (request_id, article_id, report_id);


--
-- Name: inbox pk_inbox; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.inbox
    ADD CONSTRAINT pk_inbox PRIMARY KEY (key);


--
-- Name: incident_list pk_incident_list; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.incident_list
    ADD CONSTRAINT pk_incident_list PRIMARY KEY (id);


--
-- Name: incident_list_history pk_incident_list_history; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.incident_list_history
    ADD CONSTRAINT pk_incident_list_history PRIMARY KEY (id, version);


--
-- Name: incident_mark pk_incident_mark; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.incident_mark
    ADD CONSTRAINT pk_incident_mark PRIMARY KEY (id);


--
-- Name: incident_report pk_incident_report; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.incident_report
    ADD CONSTRAINT pk_incident_report PRIMARY KEY (incident_id, report_id);


--
-- Name: mt_event_progression pk_mt_event_progression; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.mt_event_progression
    ADD CONSTRAINT pk_mt_event_progression PRIMARY KEY (name);


--
-- Name: possible_duplicate pk_possible_duplicate; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.possible_duplicate
    ADD CONSTRAINT pk_possible_duplicate PRIMARY KEY (incident_id, other_id);


--
-- Name: rebuild pk_rebuild; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.rebuild
    ADD CONSTRAINT pk_rebuild PRIMARY KEY (started_at);


--
-- Name: report_key pk_report_key; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.report_key
    ADD CONSTRAINT pk_report_key PRIMARY KEY (key, report_id);


--
-- Name: report_link pk_report_link; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.report_link
    ADD CONSTRAINT pk_report_link PRIMARY KEY (report_id);


--
-- Name: mt_doc_articlereading pkey_mt_doc_articlereading_id; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.mt_doc_articlereading
    ADD CONSTRAINT pkey_mt_doc_articlereading_id PRIMARY KEY (id);


--
-- Name: mt_doc_incident pkey_mt_doc_incident_id; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.mt_doc_incident
    ADD CONSTRAINT pkey_mt_doc_incident_id PRIMARY KEY (id);


--
-- Name: mt_events pkey_mt_events_seq_id; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.mt_events
    ADD CONSTRAINT pkey_mt_events_seq_id PRIMARY KEY (seq_id);


--
-- Name: mt_streams pkey_mt_streams_id; Type: CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.mt_streams
    ADD CONSTRAINT pkey_mt_streams_id PRIMARY KEY (id);


--
-- Name: inbox pk_inbox; Type: CONSTRAINT; Schema: ingest; Owner: -
--

ALTER TABLE ONLY ingest.inbox
    ADD CONSTRAINT pk_inbox PRIMARY KEY (key);


--
-- Name: mt_event_progression pk_mt_event_progression; Type: CONSTRAINT; Schema: ingest; Owner: -
--

ALTER TABLE ONLY ingest.mt_event_progression
    ADD CONSTRAINT pk_mt_event_progression PRIMARY KEY (name);


--
-- Name: reextraction pk_reextraction; Type: CONSTRAINT; Schema: ingest; Owner: -
--

ALTER TABLE ONLY ingest.reextraction
    ADD CONSTRAINT pk_reextraction PRIMARY KEY (id);


--
-- Name: mt_doc_article pkey_mt_doc_article_id; Type: CONSTRAINT; Schema: ingest; Owner: -
--

ALTER TABLE ONLY ingest.mt_doc_article
    ADD CONSTRAINT pkey_mt_doc_article_id PRIMARY KEY (id);


--
-- Name: mt_events pkey_mt_events_seq_id; Type: CONSTRAINT; Schema: ingest; Owner: -
--

ALTER TABLE ONLY ingest.mt_events
    ADD CONSTRAINT pkey_mt_events_seq_id PRIMARY KEY (seq_id);


--
-- Name: mt_streams pkey_mt_streams_id; Type: CONSTRAINT; Schema: ingest; Owner: -
--

ALTER TABLE ONLY ingest.mt_streams
    ADD CONSTRAINT pkey_mt_streams_id PRIMARY KEY (id);


--
-- Name: article_by_outlet; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX article_by_outlet ON incidents.article USING btree (lower(outlet), received_at DESC, id DESC);


--
-- Name: article_by_publishing; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX article_by_publishing ON incidents.article USING btree (COALESCE(published_at, received_at) DESC, id DESC);


--
-- Name: article_by_receipt; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX article_by_receipt ON incidents.article USING btree (received_at DESC, id DESC);


--
-- Name: article_pending; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX article_pending ON incidents.article USING btree (received_at) WHERE pending;


--
-- Name: article_revised; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX article_revised ON incidents.article USING btree (received_at) WHERE (revision > 1);


--
-- Name: extraction_difference_change; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX extraction_difference_change ON incidents.extraction_difference USING btree (request_id, change, article_id, report_id);


--
-- Name: incident_list_awaits; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_list_awaits ON incidents.incident_list USING gin (texts) WHERE awaits;


--
-- Name: incident_list_by_change; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_list_by_change ON incidents.incident_list USING btree (changed_at DESC, id DESC);


--
-- Name: incident_list_by_confidence; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_list_by_confidence ON incidents.incident_list USING btree (confidence DESC, id DESC);


--
-- Name: incident_list_by_date; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_list_by_date ON incidents.incident_list USING btree (sort_date DESC, id DESC);


--
-- Name: incident_list_by_killed; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_list_by_killed ON incidents.incident_list USING btree (COALESCE(killed_min, '-1'::integer) DESC, id DESC);


--
-- Name: incident_list_by_report; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_list_by_report ON incidents.incident_list USING btree (COALESCE(last_reported, opened_at) DESC, id DESC);


--
-- Name: incident_list_by_wounded; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_list_by_wounded ON incidents.incident_list USING btree (COALESCE(wounded_min, '-1'::integer) DESC, id DESC);


--
-- Name: incident_list_history_awaits; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_list_history_awaits ON incidents.incident_list_history USING gin (texts) WHERE awaits;


--
-- Name: incident_list_history_by_date; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_list_history_by_date ON incidents.incident_list_history USING btree (sort_date DESC, id DESC);


--
-- Name: incident_list_history_by_end; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_list_history_by_end ON incidents.incident_list_history USING btree (valid_to);


--
-- Name: incident_list_history_words; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_list_history_words ON incidents.incident_list_history USING gin (search, keys) WITH (gin_pending_list_limit='4096');


--
-- Name: incident_list_words; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_list_words ON incidents.incident_list USING gin (search, keys) WITH (gin_pending_list_limit='4096');


--
-- Name: incident_report_article; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX incident_report_article ON incidents.incident_report USING btree (article_id);


--
-- Name: pk_mt_events_stream_and_version; Type: INDEX; Schema: incidents; Owner: -
--

CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON incidents.mt_events USING btree (stream_id, version);


--
-- Name: possible_duplicate_other; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX possible_duplicate_other ON incidents.possible_duplicate USING btree (other_id);


--
-- Name: possible_duplicate_score; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX possible_duplicate_score ON incidents.possible_duplicate USING btree (score DESC, incident_id, other_id);


--
-- Name: report_key_report; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX report_key_report ON incidents.report_key USING btree (report_id);


--
-- Name: report_link_article; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX report_link_article ON incidents.report_link USING btree (article_id);


--
-- Name: report_link_incident; Type: INDEX; Schema: incidents; Owner: -
--

CREATE INDEX report_link_incident ON incidents.report_link USING btree (incident_id);


--
-- Name: pk_mt_events_stream_and_version; Type: INDEX; Schema: ingest; Owner: -
--

CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON ingest.mt_events USING btree (stream_id, version);


--
-- Name: reextraction_newest; Type: INDEX; Schema: ingest; Owner: -
--

CREATE INDEX reextraction_newest ON ingest.reextraction USING btree (requested_at DESC, id DESC);


--
-- Name: reextraction_running; Type: INDEX; Schema: ingest; Owner: -
--

CREATE INDEX reextraction_running ON ingest.reextraction USING btree (requested_at) WHERE (state = 'running'::text);


--
-- Name: mt_events fkey_mt_events_stream_id; Type: FK CONSTRAINT; Schema: incidents; Owner: -
--

ALTER TABLE ONLY incidents.mt_events
    ADD CONSTRAINT fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES incidents.mt_streams(id) ON DELETE CASCADE;


--
-- Name: mt_events fkey_mt_events_stream_id; Type: FK CONSTRAINT; Schema: ingest; Owner: -
--

ALTER TABLE ONLY ingest.mt_events
    ADD CONSTRAINT fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES ingest.mt_streams(id) ON DELETE CASCADE;


--
-- PostgreSQL database dump complete
--


