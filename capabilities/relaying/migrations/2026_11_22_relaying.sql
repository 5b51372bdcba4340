create table expert_group (
  org_id $id not null,
  id $id not null,
  name text not null,
  name_folded text not null,
  about text not null,
  team_id $id not null,
  first_trade text not null,
  first_host_id $id not null,
  second_trade text not null,
  second_host_id $id not null,
  made_at $instant not null,
  closed_day $day,
  primary key (org_id, id),
  constraint group_of_team foreign key (org_id, team_id) references baton_team (org_id, id),
  constraint group_first_host foreign key (org_id, first_host_id) references person (org_id, id),
  constraint group_second_host foreign key (org_id, second_host_id) references person (org_id, id),
  constraint group_of_two_trades check (first_trade <> second_trade),
  constraint group_named check (length(name) between 3 and 80),
  constraint group_about_in_a_line check (length(about) <= 200)
);

create unique index unique_expert_group__name_folded on expert_group (org_id, name_folded) where closed_day is null;

create table expert_theme (
  org_id $id not null,
  id $id not null,
  group_id $id not null,
  name text not null,
  place $small not null,
  primary key (org_id, id),
  constraint theme_of_group foreign key (org_id, group_id) references expert_group (org_id, id),
  constraint theme_named check (length(name) between 2 and 40)
);

create unique index unique_expert_theme__group_id_place on expert_theme (org_id, group_id, place);

create table question (
  org_id $id not null,
  id $id not null,
  group_id $id not null,
  theme_id $id not null,
  unit_id $id,
  promise_id $id not null,
  text text not null,
  text_folded text not null,
  state text not null,
  asked_at $instant not null,
  asked_day $day not null,
  due_at $instant not null,
  first_answered_at $instant,
  newest $int not null,
  primary key (org_id, id),
  constraint question_of_theme foreign key (org_id, theme_id) references expert_theme (org_id, id),
  constraint question_has_a_promise foreign key (org_id, promise_id) references baton (org_id, id),
  constraint question_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint question_filled check (length(text) between 3 and 1000),
  constraint question_state_known check (state in ('asked', 'answered', 'withdrawn')),
  constraint question_answered_has_a_moment check (state <> 'answered' or first_answered_at is not null)
);

create unique index unique_question__promise_id on question (org_id, promise_id);

create index question_by_group on question (org_id, group_id, state, due_at, id);

create table question_word (
  org_id $id not null,
  id $id not null,
  question_id $id not null,
  place $int not null,
  speaker text not null,
  kind text not null,
  text text not null,
  day $day not null,
  primary key (org_id, id),
  constraint word_of_question foreign key (org_id, question_id) references question (org_id, id),
  constraint question_speaker_known check (speaker in ('group', 'asker')),
  constraint question_word_kind_known check (kind in ('answer', 'clarify', 'word')),
  constraint question_is_answered_by_its_group check (kind = 'word' or speaker = 'group'),
  constraint question_word_filled check (length(text) between 3 and 4000)
);

create unique index unique_question_word__question_id_place on question_word (org_id, question_id, place);
