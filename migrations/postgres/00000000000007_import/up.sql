ALTER TABLE publication ADD COLUMN updated_on DATE;

-- By bytes, as SQLite does: an export has the same order from both.
ALTER TABLE publication ALTER COLUMN slug TYPE TEXT COLLATE "C";

CREATE INDEX publication_title ON publication (title);

-- What an import brought, so that it is not added twice even when it was edited here: a hash of title and question.
CREATE TABLE import_mark (
    fingerprint TEXT NOT NULL PRIMARY KEY,
    publication_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE
);

CREATE INDEX import_mark_publication ON import_mark (publication_id);

-- Where a pair stood before it came here; whoever asks there is sent on.
CREATE TABLE old_path (
    path TEXT NOT NULL PRIMARY KEY,
    publication_id TEXT NOT NULL UNIQUE REFERENCES publication (id) ON DELETE CASCADE
);
