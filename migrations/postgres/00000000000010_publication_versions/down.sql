DROP TABLE publication_version_writer;
DROP TABLE publication_version;
