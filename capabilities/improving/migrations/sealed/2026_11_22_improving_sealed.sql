create table sealed_saying (
  org_id $id not null,
  id $id not null,
  kind text not null,
  theme text not null,
  frequency text not null,
  hinders $bool not null,
  text text not null,
  unit_id $id,
  receipt $bytes not null,
  primary key (org_id, id),
  constraint sealed_saying_filled check (length(text) between 3 and 1000)
);

create table sealed_receipt (
  receipt $bytes not null,
  org_id $id not null,
  pebble_id $id not null,
  released_day $day not null,
  primary key (receipt)
);
