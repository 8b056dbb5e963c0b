-- Whether single keys press links and buttons for this person (WCAG 2.1.4: one must be able to turn that off).
ALTER TABLE staff ADD COLUMN shortcuts BOOL NOT NULL DEFAULT 1;
