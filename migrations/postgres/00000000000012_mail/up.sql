-- Who of the staff wants mail, where to. `failure` and `failed_on`: why the last mail that was given up did not go.
CREATE TABLE staff_mail (
    staff_id TEXT NOT NULL PRIMARY KEY REFERENCES staff (id),
    address TEXT NOT NULL,
    chosen_at TIMESTAMP NOT NULL,
    failure TEXT CHECK (failure IN ('refused', 'undelivered', 'uncertain')),
    failed_on DATE
);

-- At which full hours in Norway.
CREATE TABLE staff_mail_hour (
    staff_id TEXT NOT NULL REFERENCES staff_mail (staff_id) ON DELETE CASCADE,
    hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
    PRIMARY KEY (staff_id, hour)
);

-- Hours that were decided, mail or no mail: the key makes it once, however many instances there are.
CREATE TABLE digest (
    staff_id TEXT NOT NULL REFERENCES staff (id),
    due_on DATE NOT NULL,
    hour INTEGER NOT NULL,
    PRIMARY KEY (staff_id, due_on, hour)
);

-- Mail that has not gone yet. Numbers only; the address is looked up when it goes, and the row is deleted then.
CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff_mail (staff_id) ON DELETE CASCADE,
    hour INTEGER NOT NULL,
    waiting BIGINT NOT NULL,
    urgent BIGINT NOT NULL,
    late BIGINT NOT NULL,
    review BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('ready', 'sending')),
    attempts INTEGER NOT NULL,
    first_at TIMESTAMP NOT NULL,
    next_at TIMESTAMP NOT NULL
);

CREATE INDEX outbox_next ON outbox (state, next_at);
