create table pebble_merge (
  org_id $id not null,
  pebble_id $id not null,
  into_id $id not null,
  merged_at $instant not null,
  primary key (org_id, pebble_id),
  constraint merged_pebble foreign key (org_id, pebble_id) references pebble (org_id, id),
  constraint merged_into_pebble foreign key (org_id, into_id) references pebble (org_id, id),
  constraint merged_with_another check (pebble_id <> into_id)
);

create index pebble_merge_by_into on pebble_merge (org_id, into_id);
