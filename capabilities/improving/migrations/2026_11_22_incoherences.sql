create table incoherence (
  org_id $id not null,
  id $id not null,
  first_rule_id $id,
  first_words text not null,
  second_rule_id $id,
  second_words text not null,
  stage text not null,
  author_id $id,
  voices $int not null,
  state text not null,
  verdict text,
  reason text not null,
  now_words text not null,
  due_at $instant not null,
  said_at $instant not null,
  said_day $day not null,
  decided_day $day,
  newest $int not null,
  primary key (org_id, id),
  constraint incoherence_of_organisation foreign key (org_id) references organisation (id),
  constraint incoherence_of_first_rule foreign key (org_id, first_rule_id) references house_rule (org_id, id),
  constraint incoherence_of_second_rule foreign key (org_id, second_rule_id) references house_rule (org_id, id),
  constraint incoherence_by_author foreign key (org_id, author_id) references person (org_id, id),
  constraint incoherence_of_two check (first_rule_id is null or second_rule_id is null or first_rule_id <> second_rule_id),
  constraint incoherence_filled check (length(first_words) between 3 and 1000 and length(second_words) between 3 and 1000),
  constraint incoherence_state_known check (state in ('open', 'decided')),
  constraint incoherence_verdict_known check (verdict in ('keep_first', 'keep_second', 'change_first', 'change_second', 'change_both', 'drop_both')),
  constraint incoherence_decision_complete check ((state = 'decided') = (verdict is not null) and (state = 'decided') = (decided_day is not null)),
  constraint incoherence_decided_with_reason check (state = 'open' or length(reason) >= 3),
  constraint incoherence_change_says_what_holds check (verdict is null or verdict not in ('change_first', 'change_second', 'change_both') or length(now_words) >= 3),
  constraint incoherence_has_a_voice check (voices >= 1)
);

create index incoherence_by_newest on incoherence (org_id, newest, id);

create index incoherence_by_first_rule on incoherence (org_id, first_rule_id);

create index incoherence_by_second_rule on incoherence (org_id, second_rule_id);
