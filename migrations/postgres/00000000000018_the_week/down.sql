ALTER TABLE answer_comment DROP COLUMN done_by;
DELETE FROM outbox WHERE kind = 'reminder';
DROP TABLE outbox_reminder;
ALTER TABLE outbox DROP COLUMN kind;
DROP TABLE reminder;
DROP TABLE wait_month;
