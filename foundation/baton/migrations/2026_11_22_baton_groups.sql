alter table baton add column team_id $id;

update baton set team_id = holder_team_id;

create index baton_of_team on baton (org_id, state, team_id, promised_at, id);

create table baton_team_opening (
  org_id $id not null,
  id $id not null,
  team_id $id not null,
  weekday $small not null,
  opens $small not null,
  closes $small not null,
  primary key (org_id, id),
  constraint team_opening_of_team foreign key (org_id, team_id) references baton_team (org_id, id),
  constraint team_opening_weekday_known check (weekday between 1 and 7),
  constraint team_opening_in_order check (opens >= 0 and opens < closes and closes <= 1440)
);

create index baton_team_opening_by_team on baton_team_opening (org_id, team_id, weekday, opens);

create table baton_team_hosts (
  org_id $id not null,
  team_id $id not null,
  hosts_id $id not null,
  primary key (org_id, team_id),
  constraint hosts_of_team foreign key (org_id, team_id) references baton_team (org_id, id),
  constraint hosts_are_a_team foreign key (org_id, hosts_id) references baton_team (org_id, id),
  constraint hosts_are_another_team check (hosts_id <> team_id)
);

create table baton_stint (
  org_id $id not null,
  id $id not null,
  team_id $id not null,
  person_id $id not null,
  from_at $instant not null,
  to_at $instant not null,
  primary key (org_id, id),
  constraint stint_for_team foreign key (org_id, team_id) references baton_team (org_id, id),
  constraint stint_of_person foreign key (org_id, person_id) references person (org_id, id),
  constraint stint_in_order check (from_at < to_at)
);

create index baton_stint_by_team on baton_stint (org_id, team_id, to_at);

create index baton_stint_by_person on baton_stint (org_id, person_id, to_at);

create index baton_stint_by_end on baton_stint (to_at);
