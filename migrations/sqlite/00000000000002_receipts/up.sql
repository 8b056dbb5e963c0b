-- What passes between the one who asked and those who answer, after the question: receipts and letters.

PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;

-- Three more states: the question waits for its asker, was answered to them alone, or will not be answered.
CREATE TABLE question_next (
    id TEXT NOT NULL PRIMARY KEY,
    topic TEXT NOT NULL,
    urgency TEXT NOT NULL CHECK (urgency IN ('normal', 'urgent', 'acute')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'in_review', 'approved', 'asked_back', 'published', 'answered', 'declined')),
    arrived_on DATE NOT NULL,
    due_on DATE NOT NULL,
    closed_on DATE,
    holder_id TEXT REFERENCES staff (id),
    epoch_id TEXT NOT NULL REFERENCES epoch (id),
    sealed BLOB NOT NULL
) WITHOUT ROWID;
INSERT INTO question_next SELECT id, topic, urgency, state, arrived_on, due_on, closed_on, holder_id, epoch_id, sealed FROM question;
DROP TABLE question;
ALTER TABLE question_next RENAME TO question;
CREATE INDEX question_state_due ON question (state, due_on);
CREATE INDEX question_topic ON question (topic);

-- What is kept of a receipt code: a keyed tag to find it by, and a public key that only the code's owner can open
-- for. `seal` is a code of the row under the app secret: who can only write the database cannot put in a key.
CREATE TABLE receipt (
    tag TEXT NOT NULL PRIMARY KEY,
    question_id TEXT REFERENCES question (id) ON DELETE SET NULL,
    public_key BLOB NOT NULL,
    seal BLOB NOT NULL,
    closed_on DATE
) WITHOUT ROWID;

CREATE UNIQUE INDEX receipt_question ON receipt (question_id);

-- One message, each way. `for_asker` is sealed to the receipt, `for_staff` to the question's epoch; each copy carries a
-- code under the app secret: who can only write the database cannot write a letter.
CREATE TABLE letter (
    id TEXT NOT NULL PRIMARY KEY,
    receipt_tag TEXT NOT NULL REFERENCES receipt (tag) ON DELETE CASCADE,
    question_id TEXT REFERENCES question (id) ON DELETE SET NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('published', 'private_answer', 'declined', 'question_back', 'reply', 'follow_up')),
    written_on DATE NOT NULL,
    for_asker BLOB,
    asker_code BLOB NOT NULL,
    for_staff BLOB,
    staff_code BLOB NOT NULL
) WITHOUT ROWID;

-- A code of what was approved and by whom, under the app secret.
ALTER TABLE answer ADD COLUMN approval_code BLOB;

CREATE INDEX letter_receipt ON letter (receipt_tag, place);
CREATE INDEX letter_question ON letter (question_id);

COMMIT;
PRAGMA foreign_keys = ON;
