DROP TABLE week_count;
