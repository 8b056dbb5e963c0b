-- A published pair in another language, or in easy words. `original` names the words of the pair it was written beside;
-- when those change, it is outdated and no longer shown.
CREATE TABLE publication_version (
    publication_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    is_easy BOOL NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'in_review', 'approved', 'public', 'outdated')),
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    original TEXT NOT NULL,
    note TEXT,
    author_id TEXT NOT NULL REFERENCES staff (id),
    reviewer_id TEXT REFERENCES staff (id),
    approval_code BYTEA,
    written_on DATE NOT NULL,
    approved_on DATE,
    public_on DATE,
    PRIMARY KEY (publication_id, language, is_easy)
);

CREATE INDEX publication_version_state ON publication_version (state, written_on);

-- Everyone who saved a version: none of them may be its second pair of eyes.
CREATE TABLE publication_version_writer (
    publication_id TEXT NOT NULL,
    language TEXT NOT NULL,
    is_easy BOOL NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (publication_id, language, is_easy, staff_id),
    FOREIGN KEY (publication_id, language, is_easy)
        REFERENCES publication_version (publication_id, language, is_easy) ON DELETE CASCADE
);
