create table pebble (
  org_id $id not null,
  id $id not null,
  kind text not null,
  unit_id $id,
  theme text not null,
  frequency text not null,
  hinders $bool not null,
  text text not null,
  text_folded text not null,
  author_id $id,
  voices $int not null,
  state text not null,
  answer text not null,
  planned_day $day,
  due_at $instant not null,
  said_at $instant not null,
  said_day $day not null,
  ended_at $instant,
  newest $int not null,
  primary key (org_id, id),
  constraint pebble_of_organisation foreign key (org_id) references organisation (id),
  constraint pebble_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint pebble_by_author foreign key (org_id, author_id) references person (org_id, id),
  constraint pebble_kind_known check (kind in ('irritant', 'idea')),
  constraint pebble_theme_known check (theme in ('tools', 'premises', 'stock', 'hours', 'information', 'rules', 'customers', 'other')),
  constraint pebble_frequency_known check (frequency in ('daily', 'weekly', 'monthly', 'rarely')),
  constraint pebble_state_known check (state in ('received', 'planned', 'trying', 'done', 'refused')),
  constraint pebble_text_filled check (length(text) between 3 and 1000),
  constraint pebble_refused_with_reason check (state <> 'refused' or length(answer) >= 3),
  constraint pebble_planned_for_a_day check ((state in ('planned', 'trying')) = (planned_day is not null)),
  constraint pebble_end_has_a_moment check ((state in ('done', 'refused')) = (ended_at is not null)),
  constraint pebble_has_a_voice check (voices >= 1)
);

create index pebble_by_newest on pebble (org_id, newest, id);

create index pebble_by_state on pebble (org_id, state, newest, id);

create index pebble_by_unit on pebble (org_id, unit_id, newest, id);
