DROP TABLE relevel;
