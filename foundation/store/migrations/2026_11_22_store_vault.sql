create table vault_mark (
  id $small not null primary key,
  mark $bytes not null,
  made_at $instant not null,
  constraint vault_mark_is_one check (id = 1),
  constraint vault_mark_whole check (length(mark) = 32)
);
