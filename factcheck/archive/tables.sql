-- Version 1 of an archive. Days and times are ISO 8601, so they sort and facet as text; truth is 0 or 1.

-- A text is that of all articles that print it word for word. One without claims has no story.
CREATE TABLE texts (
    number INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    story INTEGER, -- the place of its first article
    days TEXT, -- ordinals, as JSON
    profile TEXT -- its weightiest words with their weights, as JSON
);

-- Every version of every article. `place` is its turn: a corrected article takes that of its elder.
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT,
    published TEXT,
    revised TEXT,
    url TEXT,
    country TEXT,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    place INTEGER NOT NULL,
    current INTEGER NOT NULL,
    added TEXT NOT NULL,
    read_by TEXT NOT NULL, -- the version of the package that read its claims
    text_number INTEGER NOT NULL REFERENCES texts (number)
);

-- The inverted index that stories are found by.
CREATE TABLE shelves (
    word TEXT NOT NULL,
    shelf TEXT NOT NULL,
    text_number INTEGER NOT NULL REFERENCES texts (number),
    weight REAL NOT NULL,
    PRIMARY KEY (word, shelf, text_number)
) WITHOUT ROWID;

-- Texts that are alike enough to tell one story, each pair in both directions.
CREATE TABLE alike (
    text_number INTEGER NOT NULL REFERENCES texts (number),
    other INTEGER NOT NULL REFERENCES texts (number),
    PRIMARY KEY (text_number, other)
) WITHOUT ROWID;

CREATE TABLE groups (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    kind TEXT NOT NULL,
    verdict TEXT NOT NULL,
    confidence TEXT NOT NULL,
    explanation TEXT NOT NULL,
    answers TEXT NOT NULL,
    claims INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    story INTEGER NOT NULL,
    arose TEXT NOT NULL, -- when the group came to be
    turned TEXT NOT NULL, -- when its verdict came to be what it is
    gravity TEXT NOT NULL, -- its place in a report, as JSON
    members TEXT NOT NULL, -- the ids of its claims, as JSON
    told TEXT NOT NULL, -- the names of its claims with what they answer, as JSON
    record TEXT NOT NULL -- the rest of the group as JSON
);

-- The claims of the current articles, as they were read; decisions are applied when they are judged.
CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article_number INTEGER NOT NULL REFERENCES articles (number),
    group_id TEXT REFERENCES groups (id),
    kind TEXT NOT NULL,
    quote TEXT NOT NULL,
    sentence TEXT NOT NULL,
    low NUMERIC,
    high NUMERIC,
    unit TEXT,
    when_start TEXT,
    when_end TEXT,
    as_of_start TEXT,
    place TEXT,
    attribution TEXT,
    name TEXT NOT NULL,
    words TEXT NOT NULL, -- the part of the name that is the same in every outlet
    record TEXT NOT NULL -- the claim as JSON, without fields that hold what they hold by default
);

-- What may be one question: to ask, and never a conflict.
CREATE TABLE possible (
    number INTEGER PRIMARY KEY,
    question TEXT NOT NULL,
    kind TEXT NOT NULL,
    story INTEGER NOT NULL,
    score REAL NOT NULL,
    fits TEXT NOT NULL, -- this and the next as JSON
    open TEXT NOT NULL,
    members TEXT NOT NULL
);

-- An editor's decisions, in their order.
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    record TEXT NOT NULL
);

CREATE UNIQUE INDEX articles_by_id ON articles (id) WHERE current;
CREATE UNIQUE INDEX articles_by_url ON articles (url) WHERE current AND url IS NOT NULL;
CREATE INDEX articles_by_place ON articles (place);
CREATE INDEX articles_by_text ON articles (text_number);
CREATE INDEX texts_by_story ON texts (story);
CREATE INDEX shelves_by_text ON shelves (text_number);
CREATE INDEX claims_by_article ON claims (article_number);
CREATE INDEX claims_by_group_id ON claims (group_id);
CREATE INDEX claims_by_name ON claims (name);
CREATE INDEX claims_by_words ON claims (words);
CREATE INDEX groups_by_story ON groups (story);
CREATE INDEX groups_by_turn ON groups (verdict, turned);
CREATE INDEX possible_by_story ON possible (story);

CREATE VIEW stories AS
SELECT
    texts.story,
    (
        SELECT title FROM articles AS first WHERE first.place = texts.story AND first.current
    ) AS first_title,
    count(*) AS articles,
    count(DISTINCT articles.publisher) AS publishers,
    min(articles.published) AS first_day,
    max(articles.published) AS last_day,
    (
        SELECT count(*) FROM groups WHERE groups.story = texts.story AND verdict = 'conflict'
    ) AS conflicts
FROM texts
JOIN articles ON articles.text_number = texts.number AND articles.current
WHERE texts.story IS NOT NULL
GROUP BY texts.story
ORDER BY last_day DESC, texts.story DESC;

CREATE VIEW conflicts AS
SELECT turned, label, kind, confidence, answers, articles, origins, explanation, story, id
FROM groups
WHERE verdict = 'conflict'
ORDER BY turned DESC, id;

CREATE VIEW sources AS
SELECT
    coalesce(articles.publisher, articles.id) AS source,
    count(DISTINCT articles.number) AS articles,
    count(claims.number) AS claims,
    count(DISTINCT CASE WHEN groups.verdict = 'agree' THEN groups.id END) AS agreements,
    count(DISTINCT CASE WHEN groups.verdict = 'conflict' THEN groups.id END) AS conflicts,
    min(articles.published) AS first_day,
    max(articles.published) AS last_day
FROM articles
LEFT JOIN claims ON claims.article_number = articles.number
LEFT JOIN groups ON groups.id = claims.group_id
WHERE articles.current
GROUP BY source
ORDER BY articles DESC, source;

CREATE VIEW claims_by_group AS
SELECT
    groups.label,
    groups.verdict,
    articles.publisher,
    articles.published,
    claims.quote,
    claims.attribution,
    claims.sentence,
    articles.url,
    claims.id,
    groups.id AS group_id,
    groups.story
FROM claims
JOIN groups ON groups.id = claims.group_id
JOIN articles ON articles.number = claims.article_number
ORDER BY groups.turned DESC, groups.id, articles.place, claims.number;
