create table sealed_reply (
  org_id $id not null,
  id $id not null,
  pebble_id $id not null,
  text text not null,
  primary key (org_id, id),
  constraint sealed_reply_filled check (length(text) between 3 and 1000)
);
