create table contact (
  org_id $id not null,
  id $id not null,
  given_name $bytes,
  phone $bytes,
  phone_hash $bytes,
  phone_kind text,
  email $bytes,
  email_hash $bytes,
  locale text not null,
  made_day $day not null,
  last_used_day $day not null,
  erased_day $day,
  primary key (org_id, id),
  constraint contact_of_organisation foreign key (org_id) references organisation (id),
  constraint contact_reachable_or_erased check ((erased_day is null and (phone is not null or email is not null)) or (erased_day is not null and given_name is null and phone is null and email is null)),
  constraint contact_phone_whole check ((phone is null) = (phone_hash is null) and (phone is null) = (phone_kind is null)),
  constraint contact_email_whole check ((email is null) = (email_hash is null)),
  constraint contact_hashes_whole check ((phone_hash is null or length(phone_hash) = 32) and (email_hash is null or length(email_hash) = 32)),
  constraint contact_phone_kind_known check (phone_kind in ('mobile', 'landline', 'voip', 'other')),
  constraint contact_locale_known check (locale in ('fr', 'en')),
  constraint contact_days_in_order check (last_used_day >= made_day and (erased_day is null or erased_day >= made_day))
);

create unique index unique_contact__phone_hash on contact (org_id, phone_hash) where phone_hash is not null;

create unique index unique_contact__email_hash on contact (org_id, email_hash) where email_hash is not null;

create index contact_by_last_use on contact (last_used_day) where erased_day is null;

create table contact_consent (
  org_id $id not null,
  id $id not null,
  contact_id $id not null,
  purpose text not null,
  how text not null,
  given_at $instant not null,
  withdrawn_at $instant,
  primary key (org_id, id),
  constraint consent_of_contact foreign key (org_id, contact_id) references contact (org_id, id),
  constraint consent_purpose_known check (purpose in ('call_back', 'survey', 'hazard')),
  constraint consent_how_known check (how in ('said', 'written', 'page')),
  constraint consent_withdrawn_after_given check (withdrawn_at is null or withdrawn_at >= given_at)
);

create unique index unique_contact_consent__contact_id_purpose on contact_consent (org_id, contact_id, purpose) where withdrawn_at is null;

create table contact_suppression (
  org_id $id not null,
  id $id not null,
  hash $bytes not null,
  channel text not null,
  source text not null,
  since_day $day not null,
  lifted_day $day,
  lifted_how text,
  primary key (org_id, id),
  constraint suppression_of_organisation foreign key (org_id) references organisation (id),
  constraint suppression_hash_whole check (length(hash) = 32),
  constraint suppression_channel_known check (channel in ('call', 'sms', 'email')),
  constraint suppression_source_known check (source in ('customer', 'import', 'operator')),
  constraint suppression_lifted_whole check ((lifted_day is null) = (lifted_how is null) and (lifted_day is null or lifted_day >= since_day)),
  constraint suppression_lifted_how_known check (lifted_how in ('said', 'written', 'page'))
);

create unique index unique_contact_suppression__hash_channel on contact_suppression (org_id, hash, channel) where lifted_day is null;

create table contact_ledger (
  org_id $id not null,
  id $id not null,
  contact_hash $bytes not null,
  class text not null,
  channel text not null,
  at $instant not null,
  local_day $day not null,
  about_kind text,
  about_id $id,
  state text not null,
  primary key (org_id, id),
  constraint ledger_of_organisation foreign key (org_id) references organisation (id),
  constraint ledger_hash_whole check (length(contact_hash) = 32),
  constraint ledger_class_known check (class in ('service', 'transactional', 'relational', 'second_measure', 'hazard')),
  constraint ledger_channel_known check (channel in ('call', 'sms', 'email')),
  constraint ledger_state_known check (state in ('leaving', 'sent', 'failed')),
  constraint ledger_about_whole check ((about_kind is null) = (about_id is null)),
  constraint ledger_second_measure_about_something check (class <> 'second_measure' or about_id is not null)
);

create unique index unique_contact_ledger__about_kind_about_id on contact_ledger (org_id, about_kind, about_id) where class = 'second_measure' and state <> 'failed';

create index ledger_by_contact on contact_ledger (org_id, contact_hash, at);

create index ledger_by_moment on contact_ledger (at);
