create table baton_team (
  org_id $id not null,
  id $id not null,
  kind text not null,
  name text not null,
  unit_id $id,
  region_id $id,
  version $int not null,
  primary key (org_id, id),
  constraint baton_team_of_organisation foreign key (org_id) references organisation (id),
  constraint baton_team_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint baton_team_of_region foreign key (org_id, region_id) references region (org_id, id),
  constraint baton_team_complete check ((kind = 'unit_leads' and unit_id is not null and region_id is null) or (kind = 'region_leads' and region_id is not null and unit_id is null) or (kind = 'network_leads' and unit_id is null and region_id is null) or (kind = 'duty' and region_id is null and length(name) > 0))
);

create unique index unique_baton_team__unit_id on baton_team (org_id, unit_id) where kind = 'unit_leads';

create unique index unique_baton_team__region_id on baton_team (org_id, region_id) where kind = 'region_leads';

create unique index unique_baton_team__kind on baton_team (org_id, kind) where kind = 'network_leads';

create table baton_member (
  org_id $id not null,
  id $id not null,
  team_id $id not null,
  person_id $id not null,
  from_day $day not null,
  to_day $day,
  primary key (org_id, id),
  constraint baton_member_of_team foreign key (org_id, team_id) references baton_team (org_id, id),
  constraint baton_member_is_person foreign key (org_id, person_id) references person (org_id, id),
  constraint baton_member_days_in_order check (to_day is null or to_day >= from_day)
);

create index baton_member_by_team on baton_member (org_id, team_id);

create index baton_member_by_person on baton_member (org_id, person_id);

create table baton_presence (
  org_id $id not null,
  person_id $id not null,
  here_day $day,
  away_until $day,
  noted_at $instant not null,
  primary key (org_id, person_id),
  constraint presence_of_person foreign key (org_id, person_id) references person (org_id, id),
  constraint presence_is_one check ((here_day is null) <> (away_until is null))
);

create table baton (
  org_id $id not null,
  id $id not null,
  kind text not null,
  subject_id $id not null,
  parent_id $id,
  side text not null,
  unit_id $id,
  words_id $id,
  holder_person_id $id,
  holder_team_id $id,
  state text not null,
  promised_at $instant not null,
  hears_next_at $instant,
  target_seconds $int,
  left_seconds $int,
  running_since $instant,
  target_at $instant,
  step $small not null,
  step_at $instant,
  outcome text,
  created_at $instant not null,
  ended_at $instant,
  names_cut_at $instant,
  seq $int not null,
  head $bytes not null,
  primary key (org_id, id),
  constraint baton_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint baton_below_baton foreign key (org_id, parent_id) references baton (org_id, id),
  constraint baton_held_by_person foreign key (org_id, holder_person_id) references person (org_id, id),
  constraint baton_held_by_team foreign key (org_id, holder_team_id) references baton_team (org_id, id),
  constraint baton_side_known check (side in ('customer', 'employee')),
  constraint baton_state_known check (state in ('held', 'ended')),
  constraint baton_has_one_holder check ((holder_person_id is null) <> (holder_team_id is null) or (names_cut_at is not null and holder_person_id is null and holder_team_id is null)),
  constraint baton_end_complete check ((state = 'ended') = (outcome is not null) and (state = 'ended') = (ended_at is not null)),
  constraint baton_target_complete check ((target_seconds is null) = (left_seconds is null) and (target_seconds is not null or (running_since is null and target_at is null))),
  constraint baton_names_cut_after_end check (names_cut_at is null or state = 'ended')
);

create index baton_by_person on baton (org_id, state, holder_person_id, promised_at, id);

create index baton_by_team on baton (org_id, state, holder_team_id, promised_at, id);

create index baton_by_subject on baton (org_id, subject_id);

create index baton_by_parent on baton (org_id, parent_id);

create index baton_by_unit on baton (org_id, state, unit_id, kind, promised_at);

create index baton_by_step on baton (state, step_at);

create index baton_by_end on baton (ended_at, names_cut_at);

create table baton_words (
  org_id $id not null,
  id $id not null,
  baton_id $id not null,
  text text,
  hash $bytes not null,
  primary key (org_id, id),
  constraint baton_words_of_baton foreign key (org_id, baton_id) references baton (org_id, id)
);

create index baton_words_by_baton on baton_words (org_id, baton_id);

create table baton_waiter (
  org_id $id not null,
  id $id not null,
  baton_id $id not null,
  kind text not null,
  person_id $id,
  ref_id $id,
  told text,
  told_at $instant,
  primary key (org_id, id),
  constraint waiter_of_baton foreign key (org_id, baton_id) references baton (org_id, id),
  constraint waiter_is_person foreign key (org_id, person_id) references person (org_id, id),
  constraint waiter_kind_known check (kind in ('person', 'contact', 'unit', 'team', 'public', 'box')),
  constraint waiter_complete check ((kind <> 'person' and person_id is null) or kind = 'person'),
  constraint waiter_told_known check (told in ('heard', 'written', 'declined', 'unreachable')),
  constraint waiter_told_has_a_moment check ((told is null) = (told_at is null))
);

create unique index unique_baton_waiter__baton_id_person_id on baton_waiter (org_id, baton_id, person_id) where person_id is not null;

create index baton_waiter_by_baton on baton_waiter (org_id, baton_id);

create index baton_waiter_by_person on baton_waiter (org_id, person_id, baton_id);

create table baton_attempt (
  org_id $id not null,
  id $id not null,
  waiter_id $id not null,
  slot text not null,
  at $instant not null,
  primary key (org_id, id),
  constraint attempt_of_waiter foreign key (org_id, waiter_id) references baton_waiter (org_id, id)
);

create unique index unique_baton_attempt__waiter_id_slot on baton_attempt (org_id, waiter_id, slot);

create table baton_offer (
  org_id $id not null,
  id $id not null,
  baton_id $id not null,
  person_id $id,
  team_id $id,
  by_person_id $id,
  state text not null,
  at $instant not null,
  answered_at $instant,
  answered_by $id,
  answered_seq $int,
  primary key (org_id, id),
  constraint offer_of_baton foreign key (org_id, baton_id) references baton (org_id, id),
  constraint offer_to_person foreign key (org_id, person_id) references person (org_id, id),
  constraint offer_to_team foreign key (org_id, team_id) references baton_team (org_id, id),
  constraint offer_by_person foreign key (org_id, by_person_id) references person (org_id, id),
  constraint offer_answered_by_person foreign key (org_id, answered_by) references person (org_id, id),
  constraint offer_state_known check (state in ('open', 'accepted', 'refused', 'withdrawn')),
  constraint offer_answer_has_a_moment check ((state = 'open') = (answered_at is null)),
  constraint offer_to_one check ((person_id is null) <> (team_id is null) or state <> 'open')
);

create unique index unique_baton_offer__baton_id_person_id on baton_offer (org_id, baton_id, person_id) where state = 'open' and person_id is not null;

create unique index unique_baton_offer__baton_id_team_id on baton_offer (org_id, baton_id, team_id) where state = 'open' and team_id is not null;

create index baton_offer_by_person on baton_offer (org_id, state, person_id);

create index baton_offer_by_team on baton_offer (org_id, state, team_id);

create table baton_face (
  org_id $id not null,
  baton_id $id not null,
  face $small not null,
  person_id $id,
  primary key (org_id, baton_id, face),
  constraint face_of_baton foreign key (org_id, baton_id) references baton (org_id, id),
  constraint face_is_person foreign key (org_id, person_id) references person (org_id, id)
);

create index baton_face_by_person on baton_face (org_id, person_id);

create table baton_event (
  org_id $id not null,
  baton_id $id not null,
  seq $int not null,
  at $instant not null,
  code text not null,
  face $small not null,
  detail text not null,
  words_id $id,
  words_hash $bytes,
  hash $bytes not null,
  primary key (org_id, baton_id, seq),
  constraint baton_event_of_baton foreign key (org_id, baton_id) references baton (org_id, id),
  constraint baton_event_words_hashed check ((words_id is null) = (words_hash is null))
);
