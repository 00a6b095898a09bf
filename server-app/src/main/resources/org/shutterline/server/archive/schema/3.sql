-- check sums over a row, because SQLite notices a changed number or text no more than a changed picture;
-- empty in rows of earlier versions, which are taken as they are
ALTER TABLE result ADD COLUMN sum INTEGER;
ALTER TABLE result ADD COLUMN late_sum INTEGER;
ALTER TABLE station ADD COLUMN sum INTEGER;
ALTER TABLE mark ADD COLUMN sum INTEGER;

-- the first result of each day that the archive counted by itself, so that no clock that is set makes a picture old
CREATE TABLE day(day INTEGER PRIMARY KEY, first INTEGER NOT NULL);
INSERT INTO mark(name, value) VALUES('clock', 0);
