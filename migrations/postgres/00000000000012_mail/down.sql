DROP TABLE outbox;
DROP TABLE digest;
DROP TABLE staff_mail_hour;
DROP TABLE staff_mail;
