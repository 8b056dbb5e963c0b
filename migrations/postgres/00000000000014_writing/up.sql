-- What a draft said before: sealed as the draft is, and gone when the draft is.
CREATE TABLE answer_past (
    question_id TEXT NOT NULL REFERENCES answer (question_id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    writer_id TEXT NOT NULL REFERENCES staff (id),
    sealed_wording BYTEA NOT NULL,
    PRIMARY KEY (question_id, version)
);

-- Questions that ask almost the same, and get the answer that is being written to another.
CREATE TABLE answer_companion (
    companion_id TEXT NOT NULL PRIMARY KEY REFERENCES question (id) ON DELETE CASCADE,
    question_id TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE
);

CREATE INDEX answer_companion_question ON answer_companion (question_id);

-- Pieces of text that the team shares. Nothing of any question stands in them.
CREATE TABLE text_block (
    id TEXT NOT NULL PRIMARY KEY,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    number INTEGER NOT NULL,
    writer_id TEXT NOT NULL REFERENCES staff (id),
    written_on DATE NOT NULL
);
