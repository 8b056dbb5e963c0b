DROP TABLE publication_change;
DROP TABLE publication_change_end;
