create table shared_device (
  org_id $id not null,
  id $id not null,
  unit_id $id,
  name text not null,
  token_hash $bytes not null,
  paired_at $instant not null,
  ended_at $instant,
  primary key (org_id, id),
  constraint shared_device_in_unit foreign key (org_id, unit_id) references unit (org_id, id)
);

create unique index unique_shared_device__token_hash on shared_device (org_id, token_hash);

create table device_pin (
  org_id $id not null,
  device_id $id not null,
  person_id $id not null,
  account_id $id not null,
  pin_hash text not null,
  tries $small not null,
  primary key (org_id, device_id, person_id),
  constraint device_pin_on_device foreign key (org_id, device_id) references shared_device (org_id, id),
  constraint device_pin_of_account_person foreign key (account_id, org_id) references account_person (account_id, org_id),
  constraint device_pin_has_five_tries check (tries between 0 and 5)
);

create index device_pin_by_account on device_pin (account_id, org_id);
