create table setting (
  org_id $id not null,
  code text not null,
  value $int not null,
  set_at $instant not null,
  primary key (org_id, code),
  constraint setting_of_organisation foreign key (org_id) references organisation (id),
  constraint setting_named check (length(code) between 3 and 60)
);
