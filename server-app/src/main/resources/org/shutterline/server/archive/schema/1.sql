-- what was answered, a row each
CREATE TABLE result(
    id INTEGER PRIMARY KEY, station INTEGER NOT NULL, time INTEGER NOT NULL, zone INTEGER NOT NULL, ms REAL NOT NULL,
    verdict TEXT NOT NULL, code INTEGER, reason TEXT NOT NULL, part TEXT, once TEXT, origin TEXT NOT NULL,
    job TEXT NOT NULL, job_version TEXT NOT NULL, picture TEXT NOT NULL, measured TEXT NOT NULL, more TEXT NOT NULL,
    late TEXT);

-- one index for all look-ups: each further one dirties a page with every trigger
CREATE INDEX result_search ON result(station, id, time, verdict, part);

-- what became of a picture after its row: written later and together, never on the way of a trigger
CREATE TABLE picture(id INTEGER PRIMARY KEY, state TEXT NOT NULL, file TEXT, hash TEXT, bytes INTEGER NOT NULL);

CREATE TABLE station(
    station INTEGER PRIMARY KEY, job TEXT NOT NULL, online INTEGER NOT NULL, refused INTEGER NOT NULL,
    reset_id INTEGER NOT NULL, counted_to INTEGER NOT NULL, ok INTEGER NOT NULL, ng INTEGER NOT NULL,
    unknown INTEGER NOT NULL);

CREATE TABLE mark(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO mark VALUES('ids', 0), ('pictures', 0);

-- marks the file as ours: "Shtl"
PRAGMA application_id=1399354476;
