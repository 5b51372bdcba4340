alter table baton add column hears_first_at $instant;

update baton set hears_first_at = hears_next_at;
