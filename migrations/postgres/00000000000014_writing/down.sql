DROP TABLE text_block;
DROP TABLE answer_companion;
DROP TABLE answer_past;
