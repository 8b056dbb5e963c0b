-- What happened to published pairs, in order: search and caches follow it. No time, and nothing that is not public.
CREATE TABLE publication_change (
    place BIGINT NOT NULL PRIMARY KEY,
    publication_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed'))
);

-- One row: the list's end. Its update is what makes two writers take turns.
CREATE TABLE publication_change_end (
    id INTEGER NOT NULL PRIMARY KEY,
    place BIGINT NOT NULL
);

INSERT INTO publication_change_end (id, place) VALUES (1, 0);
