ALTER TABLE answer DROP COLUMN approval_code;
DROP TABLE letter;
DROP TABLE receipt;
-- What was closed stays closed; what waits for its asker goes back to the one who holds it.
UPDATE question SET state = CASE state WHEN 'asked_back' THEN 'claimed' ELSE 'published' END
WHERE state IN ('asked_back', 'answered', 'declined');
ALTER TABLE question DROP CONSTRAINT question_state_check;
ALTER TABLE question ADD CONSTRAINT question_state_check
CHECK (state IN ('waiting', 'claimed', 'in_review', 'approved', 'published'));
