-- the books: each line holds the hash of the line before and of itself. AUTOINCREMENT remembers the last number that was
-- given, so that lines cut off the end are missed
CREATE TABLE audit(number INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, who TEXT NOT NULL,
  source TEXT NOT NULL, deed TEXT NOT NULL, outcome TEXT NOT NULL, hash TEXT NOT NULL);
