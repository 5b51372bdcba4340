create table solution (
  org_id $id not null,
  id $id not null,
  unit_id $id not null,
  pebble_id $id,
  was text not null,
  now_words text not null,
  needs text not null,
  shared_at $instant not null,
  shared_day $day not null,
  newest $int not null,
  primary key (org_id, id),
  constraint solution_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint solution_of_pebble foreign key (org_id, pebble_id) references pebble (org_id, id),
  constraint solution_filled check (length(was) between 3 and 1000 and length(now_words) between 3 and 1000 and length(needs) <= 1000)
);

create unique index unique_solution__pebble_id on solution (org_id, pebble_id) where pebble_id is not null;

create index solution_by_newest on solution (org_id, newest, id);

create table adoption (
  org_id $id not null,
  id $id not null,
  solution_id $id not null,
  unit_id $id not null,
  seq $small not null,
  state text not null,
  words text not null,
  by_id $id,
  at $instant not null,
  day $day not null,
  primary key (org_id, id),
  constraint adoption_of_solution foreign key (org_id, solution_id) references solution (org_id, id),
  constraint adoption_state_known check (state in ('adopted', 'adapted', 'kept', 'dropped')),
  constraint adoption_says_what_changed check (state not in ('adapted', 'dropped') or length(words) >= 3),
  constraint adoption_begins_at_one check (seq >= 1)
);

create unique index unique_adoption__solution_id_unit_id_seq on adoption (org_id, solution_id, unit_id, seq);

create index adoption_by_names on adoption (at) where by_id is not null;
