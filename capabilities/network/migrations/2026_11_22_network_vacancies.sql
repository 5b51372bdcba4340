create table vacancy_told (
  org_id $id not null,
  unit_id $id not null,
  since_day $day not null,
  created_at $instant not null,
  primary key (org_id, unit_id, since_day),
  constraint vacancy_of_organisation foreign key (org_id) references organisation (id)
);
