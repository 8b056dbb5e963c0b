DROP TABLE report;
DROP TABLE feedback;
