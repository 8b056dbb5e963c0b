-- Further topics that a pair is listed under, beside its own.
CREATE TABLE publication_topic (
    publication_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (publication_id, topic)
);

CREATE INDEX publication_topic_listed ON publication_topic (topic, publication_id);

-- Articles that someone put beside a pair; its places are counted together with those of `publication_pin`.
CREATE TABLE publication_article (
    publication_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    PRIMARY KEY (publication_id, article_id)
);

CREATE INDEX publication_article_article ON publication_article (article_id);

-- Where a corrected pair will stand; nothing when that stays as it is.
ALTER TABLE correction ADD COLUMN "placing" TEXT;

-- Where it stood before, if a correction changed that; and what an import brought was corrected by nobody here.
ALTER TABLE former_wording ADD COLUMN "placing" TEXT;
ALTER TABLE former_wording ALTER COLUMN author_id DROP NOT NULL;
ALTER TABLE former_wording ALTER COLUMN reviewer_id DROP NOT NULL;

-- Links from an article to our own pages that lead nowhere any more.
CREATE TABLE article_broken_link (
    article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    PRIMARY KEY (article_id, path)
);

-- Links to other houses that did not answer well when `spoross check --links` asked last. `subject` is a pair's or an
-- article's id, or a help service's name.
CREATE TABLE outside_link (
    kind TEXT NOT NULL CHECK (kind IN ('pair', 'article', 'service')),
    subject TEXT NOT NULL,
    address TEXT NOT NULL,
    trouble TEXT NOT NULL,
    asked_on DATE NOT NULL,
    PRIMARY KEY (kind, subject, address)
);
