-- by which content of its job a station judged last
ALTER TABLE station ADD COLUMN job_version TEXT NOT NULL DEFAULT '';
