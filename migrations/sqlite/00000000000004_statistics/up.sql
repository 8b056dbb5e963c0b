-- Counters by month, one dimension at a time: no two of them belong to the same question.
CREATE TABLE statistic (
    month DATE NOT NULL,
    dimension TEXT NOT NULL,
    value TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (month, dimension, value)
) WITHOUT ROWID;
