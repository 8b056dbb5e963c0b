-- The whole house of the main job. Ids are random: their order tells nothing.

CREATE TABLE staff (
    id TEXT NOT NULL PRIMARY KEY,
    user_name TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    specialities TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('invited', 'awaiting_grant', 'active', 'disabled')),
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE staff_role (
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('clinician', 'reviewer', 'editor', 'manager')),
    PRIMARY KEY (staff_id, role)
);

-- Which questions a person answers; a group is a word from topics.toml.
CREATE TABLE staff_group (
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (staff_id, name)
);

-- The keys of a person, behind their password. The public key carries a code under the app secret.
CREATE TABLE staff_key (
    staff_id TEXT NOT NULL PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
    salt BYTEA NOT NULL,
    memory_kib INTEGER NOT NULL,
    passes INTEGER NOT NULL,
    verifier BYTEA NOT NULL,
    wrapped_private_key BYTEA NOT NULL,
    wrapped_totp_seed BYTEA NOT NULL,
    totp_last_step BIGINT NOT NULL,
    public_key BYTEA NOT NULL,
    public_key_code BYTEA NOT NULL
);

-- A set-up link. `token_code` is a code of its token, `code` one of the whole row, both under the app secret: who
-- can only write the database cannot invite themselves.
CREATE TABLE invitation (
    token_code TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    expires_at TIMESTAMP NOT NULL,
    code BYTEA NOT NULL,
    used_at TIMESTAMP
);

CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    wrapped_private_key BYTEA NOT NULL,
    started_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL
);

-- The service key of a time: questions are sealed to its public half.
CREATE TABLE epoch (
    id TEXT NOT NULL PRIMARY KEY,
    opened_at TIMESTAMP NOT NULL,
    public_key BYTEA NOT NULL,
    public_key_code BYTEA NOT NULL
);

-- Gives one member of staff one epoch: its private half, sealed to their personal key.
CREATE TABLE epoch_grant (
    epoch_id TEXT NOT NULL REFERENCES epoch (id) ON DELETE CASCADE,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    sealed_private_key BYTEA NOT NULL,
    PRIMARY KEY (epoch_id, staff_id)
);

-- Text, gender, age band, region and language are inside `sealed`. No time of arrival: a date.
CREATE TABLE question (
    id TEXT NOT NULL PRIMARY KEY,
    topic TEXT NOT NULL,
    urgency TEXT NOT NULL CHECK (urgency IN ('normal', 'urgent', 'acute')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'claimed', 'in_review', 'approved', 'published')),
    arrived_on DATE NOT NULL,
    due_on DATE NOT NULL,
    closed_on DATE,
    holder_id TEXT REFERENCES staff (id),
    epoch_id TEXT NOT NULL REFERENCES epoch (id),
    sealed BYTEA NOT NULL
);

CREATE INDEX question_state_due ON question (state, due_on);
CREATE INDEX question_topic ON question (topic);

-- The answer on its way: the wording and the colleague's note, sealed to the question's epoch. Gone when the
-- pair is published.
CREATE TABLE answer (
    question_id TEXT NOT NULL PRIMARY KEY REFERENCES question (id) ON DELETE CASCADE,
    author_id TEXT NOT NULL REFERENCES staff (id),
    reviewer_id TEXT REFERENCES staff (id),
    version INTEGER NOT NULL,
    sealed_wording BYTEA NOT NULL,
    sealed_note BYTEA
);

-- Everyone who saved a draft of the answer: none of them may be its second pair of eyes.
CREATE TABLE answer_writer (
    question_id TEXT NOT NULL REFERENCES answer (question_id) ON DELETE CASCADE,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (question_id, staff_id)
);

-- What everyone may read. A new row in edited words, without any key back to the question.
CREATE TABLE publication (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    topic TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    gender TEXT NOT NULL,
    age_band TEXT NOT NULL,
    signature_name TEXT NOT NULL,
    signature_title TEXT NOT NULL,
    signature_specialities TEXT NOT NULL,
    published_on DATE NOT NULL
);

CREATE INDEX publication_topic_date ON publication (topic, published_on);
CREATE INDEX publication_date ON publication (published_on);

-- What staff did, in a chain of hashes. `subject_id` and `salt` are emptied when the subject is forgotten;
-- the chain holds only the hash of both.
CREATE TABLE audit (
    place BIGINT NOT NULL PRIMARY KEY,
    at TIMESTAMP NOT NULL,
    actor_id TEXT NOT NULL,
    act TEXT NOT NULL,
    subject_id TEXT,
    salt BYTEA,
    subject_hash BYTEA NOT NULL,
    link BYTEA NOT NULL
);

-- One row: the chain's end. Its update is what makes two writers take turns.
CREATE TABLE audit_end (
    id INTEGER NOT NULL PRIMARY KEY,
    place BIGINT NOT NULL
);

INSERT INTO audit_end (id, place) VALUES (1, 0);
