-- Counters by month, one dimension at a time. What is sealed with a question is added for twenty questions at once.
CREATE TABLE statistic (
    month DATE NOT NULL,
    dimension TEXT NOT NULL,
    value TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (month, dimension, value)
) WITHOUT ROWID;
