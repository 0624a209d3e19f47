-- The report as a database. Order of rows is the report's order: conflicts first, surest first.
-- Keys lead to primary keys, which is where Datasette links. Days are ISO 8601, so they sort and facet as text; truth is 0 or 1.

CREATE TABLE about (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE glossary (
    term TEXT PRIMARY KEY,
    meaning TEXT NOT NULL
);

CREATE TABLE notes (
    number INTEGER PRIMARY KEY,
    note TEXT NOT NULL
);

CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL,
    publisher TEXT,
    published TEXT,
    url TEXT,
    country TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE groups (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    verdict TEXT NOT NULL,
    confidence TEXT NOT NULL, -- how sure it is that the claims answer one question
    explanation TEXT NOT NULL,
    claims INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    spread NUMERIC,
    median NUMERIC
);

CREATE TABLE positions (
    number INTEGER PRIMARY KEY,
    group_id TEXT NOT NULL REFERENCES groups (id),
    answer TEXT NOT NULL,
    publishers TEXT NOT NULL,
    speakers TEXT NOT NULL,
    origins INTEGER NOT NULL,
    as_of TEXT
);

CREATE TABLE claims (
    claim_id TEXT PRIMARY KEY,
    claim_name TEXT NOT NULL, -- what decisions of an editor go by
    number INTEGER NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id),
    group_id TEXT REFERENCES groups (id), -- the gravest one
    position INTEGER REFERENCES positions (number),
    decides INTEGER NOT NULL,
    kind TEXT NOT NULL,
    quote TEXT NOT NULL,
    sentence TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    low NUMERIC,
    high NUMERIC,
    low_inclusive INTEGER,
    high_inclusive INTEGER,
    approximate INTEGER,
    side TEXT,
    vague INTEGER,
    unit TEXT,
    per TEXT,
    dimension TEXT,
    when_start TEXT,
    when_end TEXT,
    when_pattern TEXT,
    as_of_start TEXT,
    as_of_end TEXT,
    subject TEXT,
    place TEXT,
    attribution TEXT,
    change TEXT,
    phase TEXT,
    scope TEXT,
    status TEXT NOT NULL,
    section TEXT NOT NULL,
    part TEXT NOT NULL, -- "text" or "title": what span_start and span_end count characters of
    rule TEXT NOT NULL,
    record TEXT NOT NULL -- the whole claim as JSON, with figures as they were written
);

-- A claim may be in two: figures of one article that do not add up are a group beside their own.
CREATE TABLE group_claims (
    group_id TEXT NOT NULL REFERENCES groups (id),
    claim_id TEXT NOT NULL REFERENCES claims (claim_id),
    position INTEGER REFERENCES positions (number),
    PRIMARY KEY (group_id, claim_id)
);

CREATE TABLE pairs (
    number INTEGER PRIMARY KEY,
    group_id TEXT NOT NULL REFERENCES groups (id),
    left_claim TEXT NOT NULL REFERENCES claims (claim_id),
    right_claim TEXT NOT NULL REFERENCES claims (claim_id),
    verdict TEXT NOT NULL,
    relation TEXT NOT NULL,
    reason TEXT NOT NULL
);

CREATE TABLE origins (
    number INTEGER PRIMARY KEY,
    group_id TEXT NOT NULL REFERENCES groups (id),
    evidence TEXT NOT NULL,
    credits TEXT NOT NULL,
    speakers TEXT NOT NULL
);

CREATE TABLE origin_articles (
    origin INTEGER NOT NULL REFERENCES origins (number),
    article_id TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (origin, article_id)
);

-- What may be one question, the likeliest first: to ask, and never a conflict.
CREATE TABLE possible (
    number INTEGER PRIMARY KEY,
    question TEXT NOT NULL,
    asked TEXT NOT NULL,
    kind TEXT NOT NULL,
    fits TEXT NOT NULL,
    open TEXT NOT NULL
);

CREATE TABLE possible_claims (
    possible INTEGER NOT NULL REFERENCES possible (number),
    claim_id TEXT NOT NULL REFERENCES claims (claim_id),
    PRIMARY KEY (possible, claim_id)
);

CREATE INDEX claims_by_article ON claims (article_id);
CREATE INDEX claims_by_group_id ON claims (group_id);
CREATE INDEX claims_by_position ON claims (position);
CREATE INDEX group_claims_by_claim ON group_claims (claim_id);
CREATE INDEX group_claims_by_position ON group_claims (position);
CREATE INDEX positions_by_group ON positions (group_id);
CREATE INDEX pairs_by_group ON pairs (group_id);
CREATE INDEX pairs_by_left ON pairs (left_claim);
CREATE INDEX pairs_by_right ON pairs (right_claim);
CREATE INDEX origins_by_group ON origins (group_id);
CREATE INDEX origin_articles_by_article ON origin_articles (article_id);
CREATE INDEX possible_claims_by_claim ON possible_claims (claim_id);

-- Datasette finds the index by the name of the table in `content`.
CREATE VIRTUAL TABLE claims_fts USING fts5(
    quote, sentence, content="claims", content_rowid="number"
);

CREATE VIEW conflicts AS
SELECT
    groups.number,
    groups.label,
    groups.kind,
    groups.confidence,
    (
        SELECT group_concat(answer, ' / ')
        FROM (SELECT answer FROM positions WHERE group_id = groups.id ORDER BY number)
    ) AS answers,
    groups.spread,
    groups.articles,
    groups.origins,
    groups.explanation,
    groups.id
FROM groups
WHERE groups.verdict = 'conflict'
ORDER BY groups.number;

CREATE VIEW claims_by_group AS
SELECT
    groups.label,
    groups.verdict,
    positions.answer,
    articles.publisher,
    articles.published,
    claims.kind,
    claims.quote,
    claims.attribution,
    claims.sentence,
    articles.url,
    claims.claim_id,
    groups.id AS group_id
FROM group_claims
JOIN groups ON groups.id = group_claims.group_id
JOIN claims ON claims.claim_id = group_claims.claim_id
JOIN articles ON articles.id = claims.article_id
LEFT JOIN positions ON positions.number = group_claims.position
ORDER BY groups.number, positions.number, articles.published, claims.number;
