PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
ALTER TABLE answer DROP COLUMN approval_code;
DROP TABLE letter;
DROP TABLE receipt;
CREATE TABLE question_next (
    id TEXT NOT NULL PRIMARY KEY,
    topic TEXT NOT NULL,
    urgency TEXT NOT NULL CHECK (urgency IN ('normal', 'urgent', 'acute')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'in_review', 'approved', 'published')),
    arrived_on DATE NOT NULL,
    due_on DATE NOT NULL,
    closed_on DATE,
    holder_id TEXT REFERENCES staff (id),
    epoch_id TEXT NOT NULL REFERENCES epoch (id),
    sealed BLOB NOT NULL
) WITHOUT ROWID;
-- What was closed stays closed; what waits for its asker goes back to the one who holds it.
INSERT INTO question_next SELECT id, topic, urgency,
    CASE state WHEN 'asked_back' THEN 'claimed' WHEN 'answered' THEN 'published' WHEN 'declined' THEN 'published' ELSE state END,
    arrived_on, due_on, closed_on, holder_id, epoch_id, sealed FROM question;
DROP TABLE question;
ALTER TABLE question_next RENAME TO question;
CREATE INDEX question_state_due ON question (state, due_on);
CREATE INDEX question_topic ON question (topic);
COMMIT;
PRAGMA foreign_keys = ON;
