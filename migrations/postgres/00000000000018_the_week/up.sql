-- The median of the days that a month's answers took, written when the month is over and enough went out in it. How many
-- went out is not kept here.
CREATE TABLE wait_month (
    month DATE NOT NULL PRIMARY KEY,
    days INTEGER NOT NULL
);

-- The day each was last told what reached a step, so many days after its day: once a day, however many instances there are.
CREATE TABLE reminder (
    staff_id TEXT NOT NULL REFERENCES staff (id),
    audience TEXT NOT NULL CHECK (audience IN ('group', 'editors')),
    days INTEGER NOT NULL,
    told_on DATE NOT NULL,
    PRIMARY KEY (staff_id, audience, days)
);

-- What a reminder on its way says; gone with its mail.
CREATE TABLE outbox_reminder (
    mail_id TEXT NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
    audience TEXT NOT NULL CHECK (audience IN ('group', 'editors')),
    days INTEGER NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (mail_id, audience, days)
);

ALTER TABLE outbox ADD COLUMN kind TEXT NOT NULL DEFAULT 'digest' CHECK (kind IN ('digest', 'reminder'));

-- Who said that a remark was seen to; nobody while it is open.
ALTER TABLE answer_comment ADD COLUMN done_by TEXT REFERENCES staff (id);
