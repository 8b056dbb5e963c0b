-- What passes between the one who asked and those who answer, after the question: receipts and letters.

-- Three more states: the question waits for its asker, was answered to them alone, or will not be answered.
ALTER TABLE question DROP CONSTRAINT question_state_check;
ALTER TABLE question ADD CONSTRAINT question_state_check
CHECK (state IN ('waiting', 'claimed', 'in_review', 'approved', 'asked_back', 'published', 'answered', 'declined'));

-- What is kept of a receipt code: a keyed tag to find it by, and a public key that only the code's owner can open
-- for. `seal` is a code of the row under the app secret: who can only write the database cannot put in a key.
CREATE TABLE receipt (
    tag TEXT NOT NULL PRIMARY KEY,
    question_id TEXT REFERENCES question (id) ON DELETE SET NULL,
    public_key BYTEA NOT NULL,
    seal BYTEA NOT NULL,
    closed_on DATE
);

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
    for_asker BYTEA,
    asker_code BYTEA NOT NULL,
    for_staff BYTEA,
    staff_code BYTEA NOT NULL
);

-- A code of what was approved and by whom, under the app secret.
ALTER TABLE answer ADD COLUMN approval_code BYTEA;

CREATE INDEX letter_receipt ON letter (receipt_tag, place);
CREATE INDEX letter_question ON letter (question_id);
