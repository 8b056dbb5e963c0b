-- What staff made of the level that rules had found, for whoever tends the rules: no question, no day, no text.
CREATE TABLE relevel (
    id TEXT NOT NULL PRIMARY KEY,
    found TEXT NOT NULL CHECK (found IN ('normal', 'urgent', 'acute')),
    set_to TEXT NOT NULL CHECK (set_to IN ('normal', 'urgent', 'acute')),
    rules TEXT NOT NULL,
    month DATE NOT NULL
);
