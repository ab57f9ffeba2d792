-- What support searches for among masked customers is told to the brand: an answer alone tells whether somebody is there.

alter table support_looks add column searched text;
comment on column support_looks.searched is 'A customer''s name or number as support typed it; null where nothing was searched for.';
