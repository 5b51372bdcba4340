create table post_choice (
  org_id $id not null,
  person_id $id not null,
  digest $bool not null,
  outside_hours $bool not null,
  quiet_until $day,
  digest_day $day,
  primary key (org_id, person_id),
  constraint choice_of_person foreign key (org_id, person_id) references person (org_id, id)
);

create table notice (
  org_id $id not null,
  id $id not null,
  person_id $id not null,
  fact text not null,
  about_id $id not null,
  title text not null,
  path text not null,
  urgent $bool not null,
  state text not null,
  due_at $instant,
  tries $small not null,
  letter_id $id,
  created_at $instant not null,
  seen_day $day,
  primary key (org_id, id),
  constraint notice_to_person foreign key (org_id, person_id) references person (org_id, id),
  constraint notice_state_known check (state in ('waiting', 'called', 'mailed', 'over')),
  constraint notice_path_is_ours check (path like '/%' and path not like '//%'),
  constraint notice_due_while_waiting check ((state = 'waiting') = (due_at is not null)),
  constraint notice_mailed_by_a_letter check (state <> 'mailed' or letter_id is not null)
);

create unique index unique_notice__person_id_fact on notice (org_id, person_id, fact);

create index notice_by_due on notice (state, due_at);

create index notice_by_person on notice (org_id, person_id, state);

create index notice_by_about on notice (org_id, about_id);

create index notice_by_letter on notice (letter_id);

create table push_device (
  org_id $id not null,
  id $id not null,
  person_id $id not null,
  session_id $id not null,
  endpoint text not null,
  public_key $bytes not null,
  auth $bytes not null,
  created_at $instant not null,
  primary key (org_id, id),
  constraint device_of_person foreign key (org_id, person_id) references person (org_id, id),
  constraint device_of_session foreign key (session_id) references session (id) on delete cascade,
  constraint device_address_is_short check (length(endpoint) <= 1000),
  constraint device_keys_whole check (length(public_key) = 65 and length(auth) = 16)
);

create unique index unique_push_device__endpoint on push_device (endpoint);

create index push_device_by_person on push_device (org_id, person_id);

create index push_device_by_session on push_device (session_id);

create table push_key (
  id $small not null primary key,
  secret $bytes not null,
  created_at $instant not null,
  constraint push_key_is_one check (id = 1),
  constraint push_key_whole check (length(secret) = 32)
);
