DROP TABLE statistic;
