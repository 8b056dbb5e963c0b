-- How many questions came and were answered in the week that began on this Monday, of all topics together.
CREATE TABLE week_count (
    monday DATE NOT NULL,
    counted TEXT NOT NULL CHECK (counted IN ('asked', 'answered')),
    count BIGINT NOT NULL,
    PRIMARY KEY (monday, counted)
) WITHOUT ROWID;
