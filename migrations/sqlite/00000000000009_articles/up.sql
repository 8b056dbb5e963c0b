-- Articles. What is written is in versions that are never changed; the article says which of them stands public, who
-- signed it and who passed it. Nothing is public before a colleague approved exactly that version.
CREATE TABLE article (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'in_review', 'approved', 'published')),
    newest_version INTEGER NOT NULL,
    public_version INTEGER,
    note TEXT,
    author_id TEXT NOT NULL REFERENCES staff (id),
    author_name TEXT NOT NULL,
    author_title TEXT NOT NULL,
    checker_name TEXT NOT NULL,
    checker_title TEXT NOT NULL,
    published_on DATE,
    updated_on DATE,
    checked_on DATE,
    withdrawn_on DATE
) WITHOUT ROWID;

-- One saved text. `approval_code` says, under the app's secret, who approved it word for word.
CREATE TABLE article_version (
    article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    writer_id TEXT NOT NULL REFERENCES staff (id),
    saved_on DATE NOT NULL,
    topic TEXT NOT NULL,
    title TEXT NOT NULL,
    lead TEXT NOT NULL,
    key_points TEXT NOT NULL,
    body TEXT NOT NULL,
    sources TEXT NOT NULL,
    related TEXT NOT NULL,
    reviewer_id TEXT REFERENCES staff (id),
    approval_code BLOB,
    published_on DATE,
    PRIMARY KEY (article_id, version)
) WITHOUT ROWID;

CREATE INDEX article_version_topic ON article_version (topic);

-- Words of the dictionary that a clinician looked at: a hash of the row as it was, so that a changed row is looked at anew.
CREATE TABLE dictionary_word (
    fingerprint TEXT NOT NULL PRIMARY KEY,
    entry TEXT NOT NULL,
    word TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('passed', 'taken_back')),
    staff_id TEXT NOT NULL REFERENCES staff (id),
    decided_on DATE NOT NULL
) WITHOUT ROWID;
