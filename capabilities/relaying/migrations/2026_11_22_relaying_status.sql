create table case_link (
  org_id $id not null,
  id $id not null,
  case_id $id not null,
  hash $bytes not null,
  secret $bytes,
  made_day $day not null,
  texted_day $day,
  revoked_day $day,
  answered $bool not null,
  primary key (org_id, id),
  constraint link_of_case foreign key (org_id, case_id) references customer_case (org_id, id) on delete cascade,
  constraint link_hash_whole check (length(hash) = 32),
  constraint revoked_link_holds_no_secret check ((secret is null) = (revoked_day is not null))
);

create unique index unique_case_link__hash on case_link (hash);

create unique index unique_case_link__case_id on case_link (org_id, case_id) where revoked_day is null;

create index case_link_by_case on case_link (org_id, case_id);

create table case_message (
  org_id $id not null,
  id $id not null,
  case_id $id not null,
  nth $small not null,
  kind text not null,
  text text not null,
  at $instant not null,
  day $day not null,
  primary key (org_id, id),
  constraint message_of_case foreign key (org_id, case_id) references customer_case (org_id, id) on delete cascade,
  constraint message_kind_known check (kind in ('sooner', 'other_time', 'no_longer')),
  constraint message_short check (length(text) <= 500),
  constraint message_three_a_day check (nth between 1 and 3)
);

create unique index unique_case_message__case_id_day_nth on case_message (org_id, case_id, day, nth);

create table effort_answer (
  org_id $id not null,
  id $id not null,
  unit_id $id,
  group_id $id,
  answered_day $day not null,
  score $small not null,
  words text not null,
  primary key (org_id, id),
  constraint effort_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint effort_of_group foreign key (org_id, group_id) references expert_group (org_id, id),
  constraint effort_score_known check (score between 1 and 7),
  constraint effort_words_short check (length(words) <= 500)
);

create index effort_answer_by_day on effort_answer (org_id, answered_day);
