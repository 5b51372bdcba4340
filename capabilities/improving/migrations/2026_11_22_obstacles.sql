create table obstacle (
  org_id $id not null,
  id $id not null,
  unit_id $id not null,
  text text not null,
  author_id $id,
  voices $int not null,
  state text not null,
  answer text not null,
  due_at $instant not null,
  said_at $instant not null,
  said_day $day not null,
  ended_day $day,
  took_days $small,
  newest $int not null,
  primary key (org_id, id),
  constraint obstacle_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint obstacle_by_author foreign key (org_id, author_id) references person (org_id, id),
  constraint obstacle_filled check (length(text) between 3 and 1000),
  constraint obstacle_state_known check (state in ('open', 'removed', 'worked_around', 'refused')),
  constraint obstacle_ends_with_words check (state = 'open' or length(answer) >= 3),
  constraint obstacle_end_complete check ((state <> 'open') = (ended_day is not null) and (state <> 'open') = (took_days is not null)),
  constraint obstacle_took_some_days check (took_days >= 0),
  constraint obstacle_has_a_voice check (voices >= 1)
);

create index obstacle_by_unit on obstacle (org_id, unit_id, newest, id);
