DROP TABLE outside_link;
DROP TABLE article_broken_link;
-- What nobody here corrected does not fit any more.
DELETE FROM former_wording WHERE author_id IS NULL OR reviewer_id IS NULL;
ALTER TABLE former_wording ALTER COLUMN author_id SET NOT NULL;
ALTER TABLE former_wording ALTER COLUMN reviewer_id SET NOT NULL;
ALTER TABLE former_wording DROP COLUMN "placing";
ALTER TABLE correction DROP COLUMN "placing";
DROP TABLE publication_article;
DROP TABLE publication_topic;
