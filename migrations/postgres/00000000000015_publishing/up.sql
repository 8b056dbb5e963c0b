-- A pair that was taken away: its address says why. `kept` is what stood there, for as long as it may come back; nothing
-- when it was erased because someone could be known by it. The fingerprints keep an import from bringing it back.
CREATE TABLE withdrawal (
    publication_id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    old_path TEXT,
    import_mark TEXT,
    words_mark TEXT NOT NULL,
    topic TEXT NOT NULL,
    language TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('identifies', 'wrong', 'outdated', 'replaced', 'other')),
    words TEXT NOT NULL,
    instead TEXT,
    withdrawn_on DATE NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    kept TEXT,
    returner_id TEXT REFERENCES staff (id)
);

CREATE INDEX withdrawal_date ON withdrawal (withdrawn_on);

-- Other words for a pair, on their way to its readers. `original` names the words they were written beside.
CREATE TABLE correction (
    publication_id TEXT NOT NULL PRIMARY KEY REFERENCES publication (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'in_review')),
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    public_note TEXT NOT NULL,
    original TEXT NOT NULL,
    said TEXT,
    author_id TEXT NOT NULL REFERENCES staff (id),
    written_on DATE NOT NULL
);

-- Everyone who saved a correction: none of them may be its second pair of eyes.
CREATE TABLE correction_writer (
    publication_id TEXT NOT NULL REFERENCES correction (publication_id) ON DELETE CASCADE,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (publication_id, staff_id)
);

-- The words a pair had before a correction, and what readers are told of it.
CREATE TABLE former_wording (
    publication_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    public_note TEXT NOT NULL,
    replaced_on DATE NOT NULL,
    author_id TEXT NOT NULL REFERENCES staff (id),
    reviewer_id TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (publication_id, number)
);

-- When someone read a pair again and it still held, and when they want to see it again. No row: on the day it came out.
CREATE TABLE publication_check (
    publication_id TEXT NOT NULL PRIMARY KEY REFERENCES publication (id) ON DELETE CASCADE,
    checked_on DATE,
    staff_id TEXT REFERENCES staff (id),
    recheck_on DATE
);

CREATE INDEX publication_check_again ON publication_check (recheck_on);
CREATE INDEX publication_check_day ON publication_check (checked_on);

-- Links from a pair to our own pages that lead nowhere any more.
CREATE TABLE broken_link (
    publication_id TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    PRIMARY KEY (publication_id, path)
);

-- A pair that came out without a second pair of eyes, and why; `reviewed_on` when a colleague has read it since.
CREATE TABLE urgent_publication (
    publication_id TEXT NOT NULL PRIMARY KEY REFERENCES publication (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    published_on DATE NOT NULL,
    reviewer_id TEXT REFERENCES staff (id),
    reviewed_on DATE
);

-- Whose hand was in it: none of them is the colleague who reads it afterwards.
CREATE TABLE urgent_publication_writer (
    publication_id TEXT NOT NULL REFERENCES urgent_publication (publication_id) ON DELETE CASCADE,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (publication_id, staff_id)
);

-- Pairs that wait for a fixed hour, ready for everyone and without any key back to a question.
CREATE TABLE slot_publication (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL,
    due_on DATE NOT NULL,
    hour INTEGER NOT NULL
);

-- The words a colleague sent back last, to show what was done since; sealed as the draft is.
CREATE TABLE answer_returned (
    question_id TEXT NOT NULL PRIMARY KEY REFERENCES answer (question_id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    sealed_wording BYTEA NOT NULL
);

-- What a colleague says of one passage of a draft, sealed with its words.
CREATE TABLE answer_comment (
    id TEXT NOT NULL PRIMARY KEY,
    question_id TEXT NOT NULL REFERENCES answer (question_id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    sealed BYTEA NOT NULL
);

CREATE INDEX answer_comment_question ON answer_comment (question_id, place);

-- What someone is by training, as settings may ask for two.
ALTER TABLE staff ADD COLUMN profession TEXT NOT NULL DEFAULT '';
