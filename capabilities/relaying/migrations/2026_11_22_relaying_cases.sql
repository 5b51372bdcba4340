alter table question add column form_key $id;

create unique index unique_question__form_key on question (org_id, form_key) where form_key is not null;

create table customer_case (
  org_id $id not null,
  id $id not null,
  contact_id $id,
  unit_id $id,
  promise_id $id not null,
  channel text not null,
  reference text not null,
  text text not null,
  next_contact_at $instant,
  outcome text,
  outcome_words text not null,
  appeal text not null,
  opened_at $instant not null,
  opened_day $day not null,
  ended_day $day,
  ended_at $instant,
  primary key (org_id, id),
  constraint case_of_contact foreign key (org_id, contact_id) references contact (org_id, id),
  constraint case_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint case_has_a_promise foreign key (org_id, promise_id) references baton (org_id, id),
  constraint case_filled check (length(text) between 3 and 1000),
  constraint case_reference_short check (length(reference) <= 40),
  constraint case_channel_known check (channel in ('shop', 'phone', 'home', 'web', 'letter')),
  constraint case_outcome_known check (outcome in ('solved', 'relayed', 'alternative', 'refused', 'withdrawn', 'duplicate', 'unreachable')),
  constraint case_end_complete check ((outcome is null) = (ended_day is null) and (outcome is null) = (ended_at is null)),
  constraint open_case_has_a_next_contact check (outcome is not null or next_contact_at is not null),
  constraint case_refused_with_reason_and_appeal check (coalesce(outcome, '') <> 'refused' or (length(outcome_words) > 0 and length(appeal) > 0)),
  constraint case_relayed_to_somebody check (coalesce(outcome, '') not in ('relayed', 'alternative') or length(outcome_words) > 0)
);

create unique index unique_customer_case__promise_id on customer_case (org_id, promise_id);

create index customer_case_by_unit on customer_case (org_id, unit_id, next_contact_at) where outcome is null;

create index customer_case_by_end on customer_case (ended_at) where ended_at is not null;

create index customer_case_by_contact on customer_case (org_id, contact_id, opened_at);

create table case_question (
  org_id $id not null,
  question_id $id not null,
  case_id $id not null,
  primary key (org_id, question_id),
  constraint asked_for_case foreign key (org_id, case_id) references customer_case (org_id, id),
  constraint asked_as_question foreign key (org_id, question_id) references question (org_id, id)
);

create index case_question_by_case on case_question (org_id, case_id);

create table reassurance_call (
  org_id $id not null,
  id $id not null,
  case_id $id not null,
  due_at $instant not null,
  promised_at $instant not null,
  state text not null,
  noted_at $instant,
  primary key (org_id, id),
  constraint reassurance_in_case foreign key (org_id, case_id) references customer_case (org_id, id),
  constraint reassurance_state_known check (state in ('due', 'done', 'missed', 'spared')),
  constraint reassurance_result_has_a_moment check ((state = 'due') = (noted_at is null)),
  constraint reassurance_before_the_promise check (due_at <= promised_at)
);

create unique index unique_reassurance_call__case_id on reassurance_call (org_id, case_id) where state = 'due';

create index reassurance_call_by_case on reassurance_call (org_id, case_id, due_at);

create table case_touch (
  org_id $id not null,
  id $id not null,
  case_id $id not null,
  place $int not null,
  channel text not null,
  kind text not null,
  result text not null,
  text text not null,
  at $instant not null,
  day $day not null,
  primary key (org_id, id),
  constraint touch_of_case foreign key (org_id, case_id) references customer_case (org_id, id),
  constraint touch_channel_known check (channel in ('shop', 'phone', 'home', 'web', 'letter', 'sms', 'email')),
  constraint touch_kind_known check (kind in ('visit', 'reassurance', 'answer')),
  constraint touch_result_known check (result in ('heard', 'written', 'declined', 'unreachable', 'missed'))
);

create unique index unique_case_touch__case_id_place on case_touch (org_id, case_id, place);
