DROP TABLE old_path;
DROP TABLE import_mark;
DROP INDEX publication_title;
ALTER TABLE publication DROP COLUMN updated_on;
