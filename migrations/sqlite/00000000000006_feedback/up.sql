-- What readers say of a pair: two counters, and reports of what is wrong in it, sealed to the epoch of their day.
CREATE TABLE feedback (
    publication_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
    count BIGINT NOT NULL,
    PRIMARY KEY (publication_id, answer)
) WITHOUT ROWID;

CREATE TABLE report (
    id TEXT NOT NULL PRIMARY KEY,
    publication_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('outdated', 'dead_link', 'spelling', 'other')),
    arrived_on DATE NOT NULL,
    epoch_id TEXT NOT NULL REFERENCES epoch (id),
    sealed BLOB NOT NULL
) WITHOUT ROWID;

CREATE INDEX report_publication ON report (publication_id);
