create table house_rule (
  org_id $id not null,
  id $id not null,
  title text not null,
  title_folded text not null,
  words text not null,
  theme text not null,
  source text not null,
  width text not null,
  region_id $id,
  unit_id $id,
  owner_id $id,
  state text not null,
  version $small not null,
  since_day $day not null,
  written_at $instant not null,
  newest $int not null,
  primary key (org_id, id),
  constraint house_rule_of_organisation foreign key (org_id) references organisation (id),
  constraint house_rule_of_region foreign key (org_id, region_id) references region (org_id, id),
  constraint house_rule_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint house_rule_has_owner foreign key (org_id, owner_id) references person (org_id, id),
  constraint house_rule_holds_somewhere check ((width = 'network' and region_id is null and unit_id is null) or (width = 'region' and region_id is not null and unit_id is null) or (width = 'unit' and unit_id is not null and region_id is null)),
  constraint house_rule_theme_known check (theme in ('tools', 'premises', 'stock', 'hours', 'information', 'rules', 'customers', 'other')),
  constraint house_rule_state_known check (state in ('in_force', 'dropped')),
  constraint house_rule_filled check (length(title) between 3 and 120 and length(words) between 3 and 1000),
  constraint house_rule_versions_from_one check (version >= 1)
);

create index house_rule_by_newest on house_rule (org_id, state, newest, id);

create table house_rule_version (
  org_id $id not null,
  id $id not null,
  rule_id $id not null,
  version $small not null,
  words text not null,
  from_day $day not null,
  written_at $instant not null,
  primary key (org_id, id),
  constraint version_of_house_rule foreign key (org_id, rule_id) references house_rule (org_id, id),
  constraint house_rule_version_filled check (length(words) between 3 and 1000)
);

create unique index unique_house_rule_version__rule_id_version on house_rule_version (org_id, rule_id, version);

create table rule_challenge (
  org_id $id not null,
  id $id not null,
  rule_id $id not null,
  text text not null,
  author_id $id,
  voices $int not null,
  state text not null,
  due_at $instant not null,
  said_at $instant not null,
  said_day $day not null,
  primary key (org_id, id),
  constraint challenge_of_house_rule foreign key (org_id, rule_id) references house_rule (org_id, id),
  constraint challenge_by_author foreign key (org_id, author_id) references person (org_id, id),
  constraint challenge_state_known check (state in ('open', 'decided')),
  constraint challenge_text_filled check (length(text) between 3 and 1000),
  constraint challenge_has_a_voice check (voices >= 1)
);

create unique index unique_rule_challenge__rule_id on rule_challenge (org_id, rule_id) where state = 'open';

create index rule_challenge_by_rule on rule_challenge (org_id, rule_id, said_at);

create table rule_decision (
  org_id $id not null,
  id $id not null,
  rule_id $id not null,
  challenge_id $id,
  verdict text not null,
  reason text not null,
  version $small not null,
  at $instant not null,
  day $day not null,
  primary key (org_id, id),
  constraint decision_of_house_rule foreign key (org_id, rule_id) references house_rule (org_id, id),
  constraint decision_of_challenge foreign key (org_id, challenge_id) references rule_challenge (org_id, id),
  constraint decision_verdict_known check (verdict in ('keep', 'change', 'drop')),
  constraint decision_has_a_reason check (length(reason) between 3 and 1000)
);

create index rule_decision_by_rule on rule_decision (org_id, rule_id, at);

create unique index unique_rule_decision__challenge_id on rule_decision (org_id, challenge_id) where challenge_id is not null;
