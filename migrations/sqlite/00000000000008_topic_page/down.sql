DROP TABLE publication_pin;
DROP TABLE publication_choice;
DROP INDEX publication_subtopic_date;
ALTER TABLE publication DROP COLUMN subtopic;
