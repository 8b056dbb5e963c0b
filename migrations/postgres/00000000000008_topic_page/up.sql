-- What a pair is about more closely: a slug from its topic in topics.toml.
ALTER TABLE publication ADD COLUMN subtopic TEXT;

CREATE INDEX publication_subtopic_date ON publication (topic, subtopic, published_on);

-- What an editor puts first on the page of a pair's topic, in this order.
CREATE TABLE publication_choice (
    publication_id TEXT NOT NULL PRIMARY KEY REFERENCES publication (id) ON DELETE CASCADE,
    place INTEGER NOT NULL
);

-- The pairs an editor puts first among those related to a pair, in this order.
CREATE TABLE publication_pin (
    publication_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    related_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    PRIMARY KEY (publication_id, related_id)
);

CREATE INDEX publication_pin_related ON publication_pin (related_id);
