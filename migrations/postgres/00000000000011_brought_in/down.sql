-- The older tables have no room for what nobody here wrote; another import brings it back.
DELETE FROM article WHERE author_id IS NULL OR EXISTS (
    SELECT 1 FROM article_version WHERE article_version.article_id = article.id AND article_version.writer_id IS NULL
);
DELETE FROM publication_version WHERE author_id IS NULL;
DELETE FROM dictionary_word WHERE staff_id IS NULL;
ALTER TABLE article ALTER COLUMN author_id SET NOT NULL;
ALTER TABLE article_version ALTER COLUMN writer_id SET NOT NULL;
ALTER TABLE publication_version ALTER COLUMN author_id SET NOT NULL;
ALTER TABLE dictionary_word ALTER COLUMN staff_id SET NOT NULL;
