DROP TABLE dictionary_word;
DROP INDEX article_version_topic;
DROP TABLE article_version;
DROP TABLE article;
