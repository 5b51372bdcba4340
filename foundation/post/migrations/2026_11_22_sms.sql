create table sms (
  org_id $id not null,
  id $id not null,
  contact_id $id not null,
  ledger_id $id not null,
  class text not null,
  haste text not null,
  text $bytes,
  parts $small not null,
  state text not null,
  tries $small not null,
  local_day $day not null,
  not_before $instant,
  leased_until $instant,
  left_day $day,
  gateway_ref text,
  reason text,
  created_at $instant not null,
  settled_at $instant,
  primary key (org_id, id),
  constraint sms_to_contact foreign key (org_id, contact_id) references contact (org_id, id),
  constraint sms_class_known check (class in ('service', 'transactional', 'relational', 'second_measure', 'hazard')),
  constraint sms_haste_known check (haste in ('usual', 'awaited', 'urgent')),
  constraint sms_state_known check (state in ('waiting', 'leaving', 'sent', 'delivered', 'failed', 'unclear')),
  constraint sms_parts_within_reason check (parts between 1 and 3),
  constraint sms_waiting_is_due check ((state = 'waiting') = (not_before is not null)),
  constraint sms_leaving_is_leased check ((state = 'leaving') = (leased_until is not null)),
  constraint sms_settled_has_a_moment check ((state in ('waiting', 'leaving')) = (settled_at is null)),
  constraint sms_has_words_to_leave check (text is not null or state not in ('waiting', 'leaving')),
  constraint sms_fault_has_a_reason check (reason is not null or state not in ('failed', 'unclear')),
  constraint sms_ref_is_short check (length(gateway_ref) <= 100)
);

create unique index unique_sms__ledger_id on sms (org_id, ledger_id);

create index sms_by_id on sms (id);

create index sms_by_due on sms (state, not_before);

create index sms_by_lease on sms (state, leased_until);

create index sms_by_planned_day on sms (org_id, local_day);

create index sms_by_day on sms (org_id, left_day);

create index sms_by_ref on sms (gateway_ref);

create index sms_by_contact on sms (org_id, contact_id);

create index sms_by_settling on sms (settled_at);

create table sms_sender (
  org_id $id not null primary key,
  name text not null,
  set_at $instant not null,
  constraint sms_sender_of_organisation foreign key (org_id) references organisation (id),
  constraint sms_sender_is_short check (length(name) between 3 and 11)
);
