-- Where a piece came out, and why it was printed once more.
alter table printing add column place text not null default '';
alter table printing add column reason text not null default '';
