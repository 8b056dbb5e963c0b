ALTER TABLE staff DROP COLUMN shortcuts;
