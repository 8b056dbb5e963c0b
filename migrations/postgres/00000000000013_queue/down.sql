DROP TABLE escalation_text;
DROP TABLE escalation;
ALTER TABLE outbox DROP COLUMN very_late;
DROP TABLE wait;
DROP TABLE season;
DROP TABLE handover;
DROP TABLE lease;
ALTER TABLE question DROP COLUMN opened_on;
