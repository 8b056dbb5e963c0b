-- The day a person first opened the question; a question that was already begun on was opened.
ALTER TABLE question ADD COLUMN opened_on DATE;
UPDATE question SET opened_on = arrived_on WHERE state <> 'waiting';

-- When whoever holds a question last gave a sign of life. Only while they write: gone with the claim.
CREATE TABLE lease (
    question_id TEXT NOT NULL PRIMARY KEY REFERENCES question (id) ON DELETE CASCADE,
    seen_at TIMESTAMP NOT NULL
) WITHOUT ROWID;

-- A question handed on: to one colleague or to a group, with a note sealed to the question's epoch.
CREATE TABLE handover (
    question_id TEXT NOT NULL PRIMARY KEY REFERENCES question (id) ON DELETE CASCADE,
    from_id TEXT NOT NULL REFERENCES staff (id),
    to_id TEXT REFERENCES staff (id),
    to_group TEXT,
    sealed_note BLOB,
    handed_on DATE NOT NULL
) WITHOUT ROWID;

-- One row at most: the season an editor chose, until a day. None: an ordinary week.
CREATE TABLE season (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'full')),
    until_on DATE NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    chosen_on DATE NOT NULL
) WITHOUT ROWID;

-- How many questions were answered on a day after so many days; kept for a month, to say how long answers take.
CREATE TABLE wait (
    closed_on DATE NOT NULL,
    days INTEGER NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (closed_on, days)
) WITHOUT ROWID;

-- For editors and managers: how many are late by more days than the settings say.
ALTER TABLE outbox ADD COLUMN very_late BIGINT NOT NULL DEFAULT 0;

-- Duty to warn: who asked whom to decide, when, and what was decided. No text: that it was handled must stay known.
CREATE TABLE escalation (
    id TEXT NOT NULL PRIMARY KEY,
    question_id TEXT REFERENCES question (id) ON DELETE SET NULL,
    from_id TEXT NOT NULL REFERENCES staff (id),
    to_id TEXT NOT NULL REFERENCES staff (id),
    raised_at TIMESTAMP NOT NULL,
    opened_at TIMESTAMP,
    decided_at TIMESTAMP,
    decision TEXT CHECK (decision IN ('emergency', 'child_protection', 'police', 'unknown', 'no_duty'))
) WITHOUT ROWID;

-- What was written, sealed to the receiver's own key, and the reason, sealed as the question is. Both go with the question.
CREATE TABLE escalation_text (
    escalation_id TEXT NOT NULL PRIMARY KEY REFERENCES escalation (id) ON DELETE CASCADE,
    question_id TEXT NOT NULL REFERENCES question (id) ON DELETE CASCADE,
    sealed_text BLOB NOT NULL,
    sealed_reason BLOB
) WITHOUT ROWID;
