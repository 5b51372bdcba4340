create table pebble_duty (
  org_id $id not null,
  id $id not null,
  unit_id $id,
  theme text not null,
  team_id $id not null,
  from_day $day not null,
  to_day $day,
  primary key (org_id, id),
  constraint duty_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint duty_of_team foreign key (org_id, team_id) references baton_team (org_id, id),
  constraint duty_theme_known check (theme in ('', 'tools', 'premises', 'stock', 'hours', 'information', 'rules', 'customers', 'other')),
  constraint duty_days_in_order check (to_day is null or to_day >= from_day)
);

create unique index unique_pebble_duty__unit_id_theme on pebble_duty (org_id, unit_id, theme) where to_day is null and unit_id is not null;

create unique index unique_pebble_duty__theme on pebble_duty (org_id, theme) where to_day is null and unit_id is null;
