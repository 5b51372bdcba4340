create table group_tool (
  org_id $id not null,
  group_id $id not null,
  owner_id $id not null,
  budget text not null,
  made_day $day not null,
  promoted_day $day not null,
  review_day $day not null,
  promise_id $id not null,
  primary key (org_id, group_id),
  constraint tool_of_group foreign key (org_id, group_id) references expert_group (org_id, id),
  constraint tool_has_an_owner foreign key (org_id, owner_id) references person (org_id, id),
  constraint tool_has_a_promise foreign key (org_id, promise_id) references baton (org_id, id),
  constraint tool_has_a_budget check (length(budget) between 2 and 200),
  constraint tool_of_a_group_that_lasted check ((promoted_day / 10000 * 12 + promoted_day / 100 % 100) - (made_day / 10000 * 12 + made_day / 100 % 100) >= 6),
  constraint tool_reviewed_later check (review_day > promoted_day)
);

create unique index unique_group_tool__promise_id on group_tool (org_id, promise_id);

create table tool_review (
  org_id $id not null,
  id $id not null,
  group_id $id not null,
  day $day not null,
  outcome text not null,
  words text not null,
  primary key (org_id, id),
  constraint review_of_tool foreign key (org_id, group_id) references group_tool (org_id, group_id),
  constraint review_outcome_known check (outcome in ('kept', 'changed', 'stopped')),
  constraint review_says_why check (length(words) between 3 and 1000)
);

create index tool_review_by_group on tool_review (org_id, group_id, day);
