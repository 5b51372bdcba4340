create table department (
  code text not null primary key,
  name text not null
);

create table organisation (
  id $id not null primary key,
  slug text not null,
  name text not null,
  locale text not null,
  time_zone text not null,
  created_at $instant not null,
  constraint organisation_name_filled check (length(name) between 1 and 120),
  constraint organisation_locale_known check (locale in ('fr', 'en'))
);

create unique index unique_organisation__slug on organisation (slug);

create table hierarchy (
  org_id $id not null,
  id $id not null,
  code text not null,
  name text not null,
  main $bool not null,
  primary key (org_id, id),
  constraint hierarchy_of_organisation foreign key (org_id) references organisation (id)
);

create unique index unique_hierarchy__code on hierarchy (org_id, code);

create unique index unique_hierarchy__main on hierarchy (org_id, main) where main;

create table region (
  org_id $id not null,
  id $id not null,
  hierarchy_id $id not null,
  parent_id $id,
  code text not null,
  name text not null,
  name_folded text not null,
  version $int not null,
  primary key (org_id, id),
  constraint region_place_once unique (org_id, hierarchy_id, id),
  constraint region_of_hierarchy foreign key (org_id, hierarchy_id) references hierarchy (org_id, id),
  constraint region_below_same_hierarchy foreign key (org_id, hierarchy_id, parent_id) references region (org_id, hierarchy_id, id) deferrable initially immediate,
  constraint region_not_below_itself check (parent_id is null or parent_id <> id),
  constraint region_name_filled check (length(name) between 1 and 120)
);

create unique index unique_region__hierarchy_id_code on region (org_id, hierarchy_id, code);

create table employer (
  org_id $id not null,
  id $id not null,
  name text not null,
  name_folded text not null,
  kind text not null,
  primary key (org_id, id),
  constraint employer_of_organisation foreign key (org_id) references organisation (id),
  constraint employer_kind_known check (kind in ('own', 'franchise', 'temporary'))
);

create unique index unique_employer__name_folded on employer (org_id, name_folded);

create table trade (
  org_id $id not null,
  code text not null,
  name text not null,
  primary key (org_id, code),
  constraint trade_of_organisation foreign key (org_id) references organisation (id)
);

create table unit (
  org_id $id not null,
  id $id not null,
  code text not null,
  name text not null,
  name_folded text not null,
  kind text not null,
  department_code text not null,
  time_zone text not null,
  locale text not null,
  town text not null,
  phone text,
  opened_day $day,
  closed_day $day,
  version $int not null,
  primary key (org_id, id),
  constraint unit_of_organisation foreign key (org_id) references organisation (id),
  constraint unit_department_known foreign key (department_code) references department (code),
  constraint unit_kind_known check (kind in ('shop', 'branch', 'contact_centre', 'support')),
  constraint unit_locale_known check (locale in ('fr', 'en')),
  constraint unit_name_filled check (length(name) between 1 and 120),
  constraint unit_days_in_order check (closed_day is null or opened_day is null or closed_day >= opened_day)
);

create unique index unique_unit__code on unit (org_id, code);

create index unit_by_name on unit (org_id, name_folded, id);

create table unit_channel (
  org_id $id not null,
  unit_id $id not null,
  channel text not null,
  primary key (org_id, unit_id, channel),
  constraint channel_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint channel_known check (channel in ('counter', 'phone', 'chat', 'mail', 'home_visit'))
);

create table unit_opening (
  org_id $id not null,
  id $id not null,
  unit_id $id not null,
  weekday $small not null,
  opens $small not null,
  closes $small not null,
  primary key (org_id, id),
  constraint opening_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint opening_weekday_known check (weekday between 1 and 7),
  constraint opening_in_order check (opens >= 0 and opens < closes and closes <= 1440)
);

create index unit_opening_by_unit on unit_opening (org_id, unit_id, weekday, opens);

create table unit_exception (
  org_id $id not null,
  id $id not null,
  unit_id $id not null,
  day $day not null,
  opens $small,
  closes $small,
  note text not null,
  primary key (org_id, id),
  constraint exception_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint exception_in_order check ((opens is null and closes is null) or (opens >= 0 and opens < closes and closes <= 1440))
);

create unique index unique_unit_exception__unit_id_day on unit_exception (org_id, unit_id, day);

create table unit_place (
  org_id $id not null,
  id $id not null,
  unit_id $id not null,
  hierarchy_id $id not null,
  region_id $id not null,
  from_day $day not null,
  to_day $day,
  primary key (org_id, id),
  constraint place_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint place_in_region foreign key (org_id, hierarchy_id, region_id) references region (org_id, hierarchy_id, id),
  constraint place_days_in_order check (to_day is null or to_day >= from_day)
);

create index unit_place_by_unit on unit_place (org_id, unit_id, hierarchy_id);

create index unit_place_by_region on unit_place (org_id, region_id, unit_id);

create table person (
  org_id $id not null,
  id $id not null,
  staff_number text,
  number_folded text,
  given_name text not null,
  family_name text not null,
  name_folded text not null,
  email text,
  phone text,
  trade_code text,
  locale text not null,
  joined_day $day,
  left_day $day,
  version $int not null,
  primary key (org_id, id),
  constraint person_of_organisation foreign key (org_id) references organisation (id),
  constraint person_trade_known foreign key (org_id, trade_code) references trade (org_id, code),
  constraint person_locale_known check (locale in ('fr', 'en')),
  constraint person_name_filled check (length(family_name) between 1 and 120 and length(given_name) between 1 and 120),
  constraint person_days_in_order check (left_day is null or joined_day is null or left_day >= joined_day)
);

create unique index unique_person__staff_number on person (org_id, staff_number);

create index person_by_name on person (org_id, name_folded, id, number_folded);

create table assignment (
  org_id $id not null,
  id $id not null,
  person_id $id not null,
  unit_id $id not null,
  function text not null,
  employer_id $id not null,
  kind text not null,
  main $bool not null,
  from_day $day not null,
  to_day $day,
  version $int not null,
  primary key (org_id, id),
  constraint assignment_of_person foreign key (org_id, person_id) references person (org_id, id),
  constraint assignment_to_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint assignment_by_employer foreign key (org_id, employer_id) references employer (org_id, id),
  constraint assignment_function_known check (function in ('manager', 'deputy', 'adviser', 'technician', 'care', 'support')),
  constraint assignment_kind_known check (kind in ('regular', 'replacement')),
  constraint assignment_days_in_order check (to_day is null or to_day >= from_day),
  constraint replacement_ends_and_is_not_main check (kind <> 'replacement' or (to_day is not null and not main))
);

create index assignment_by_person on assignment (org_id, person_id, from_day);

create index assignment_by_unit on assignment (org_id, unit_id, function, from_day);

create table region_member (
  org_id $id not null,
  id $id not null,
  region_id $id not null,
  person_id $id not null,
  function text not null,
  from_day $day not null,
  to_day $day,
  primary key (org_id, id),
  constraint member_of_region foreign key (org_id, region_id) references region (org_id, id),
  constraint member_is_person foreign key (org_id, person_id) references person (org_id, id),
  constraint member_function_known check (function in ('lead', 'coach', 'host', 'support')),
  constraint member_days_in_order check (to_day is null or to_day >= from_day)
);

create index region_member_by_region on region_member (org_id, region_id);

create index region_member_by_person on region_member (org_id, person_id);

create table role_grant (
  org_id $id not null,
  id $id not null,
  person_id $id not null,
  role text not null,
  scope text not null,
  region_id $id,
  unit_id $id,
  from_day $day not null,
  to_day $day,
  assignment_id $id,
  membership_id $id,
  granted_by $id,
  primary key (org_id, id),
  constraint grant_to_person foreign key (org_id, person_id) references person (org_id, id),
  constraint grant_in_region foreign key (org_id, region_id) references region (org_id, id),
  constraint grant_in_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint grant_by_assignment foreign key (org_id, assignment_id) references assignment (org_id, id),
  constraint grant_by_membership foreign key (org_id, membership_id) references region_member (org_id, id),
  constraint grant_by_person foreign key (org_id, granted_by) references person (org_id, id),
  constraint grant_scope_complete check ((scope = 'network' and region_id is null and unit_id is null) or (scope = 'region' and region_id is not null and unit_id is null) or (scope = 'unit' and unit_id is not null and region_id is null)),
  constraint grant_days_in_order check (to_day is null or to_day >= from_day)
);

create index role_grant_by_person on role_grant (org_id, person_id);

create index role_grant_by_assignment on role_grant (org_id, assignment_id);

create table account (
  id $id not null primary key,
  email text not null,
  email_folded text not null,
  password_hash text,
  locale text not null,
  emergency $bool not null,
  created_at $instant not null,
  disabled_at $instant,
  constraint account_locale_known check (locale in ('fr', 'en'))
);

create unique index unique_account__email_folded on account (email_folded);

create table account_person (
  account_id $id not null,
  org_id $id not null,
  person_id $id not null,
  primary key (account_id, org_id),
  constraint account_person_of_account foreign key (account_id) references account (id),
  constraint account_person_is_person foreign key (org_id, person_id) references person (org_id, id)
);

create unique index unique_account_person__person_id on account_person (org_id, person_id);

create table session (
  id $id not null primary key,
  token_hash $bytes not null,
  former_hash $bytes,
  account_id $id not null,
  org_id $id not null,
  person_id $id not null,
  device text not null,
  shared $bool not null,
  rotate $bool not null,
  created_at $instant not null,
  seen_at $instant not null,
  rotated_at $instant not null,
  expires_at $instant not null,
  ended_at $instant,
  constraint session_of_account_person foreign key (account_id, org_id) references account_person (account_id, org_id)
);

create unique index unique_session__token_hash on session (token_hash);

create index session_by_former_hash on session (former_hash);

create index session_by_account on session (account_id, org_id, seen_at);

create index session_by_person on session (org_id, person_id);

create table entry_link (
  token_hash $bytes not null primary key,
  account_id $id not null,
  org_id $id,
  person_id $id,
  purpose text not null,
  created_at $instant not null,
  expires_at $instant not null,
  used_at $instant,
  constraint entry_link_of_account foreign key (account_id) references account (id),
  constraint entry_link_into_organisation foreign key (org_id, person_id) references person (org_id, id),
  constraint entry_link_purpose_known check (purpose in ('invitation', 'reset', 'demo')),
  constraint entry_link_names_organisation check (purpose = 'reset' or (org_id is not null and person_id is not null))
);

create index entry_link_by_account on entry_link (account_id, created_at);

create index entry_link_by_person on entry_link (org_id, person_id);

create table known_device (
  account_id $id not null,
  device_hash $bytes not null,
  seen_at $instant not null,
  primary key (account_id, device_hash),
  constraint known_device_of_account foreign key (account_id) references account (id)
);

create table sign_in_slowdown (
  key $bytes not null primary key,
  failures $int not null,
  last_at $instant not null
);
