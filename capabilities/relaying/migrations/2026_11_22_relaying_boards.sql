create table board_batch (
  org_id $id not null,
  id $id not null,
  cell text not null,
  kind text not null,
  month $day not null,
  facts $small not null,
  people $small not null,
  primary key (org_id, id),
  constraint batch_kind_known check (kind in ('answered', 'told', 'helped', 'passed')),
  constraint batch_of_some_facts check (facts >= 3),
  constraint batch_of_three_people check (people >= 3)
);

create index board_batch_by_cell on board_batch (org_id, kind, month, cell);

create table board_count (
  org_id $id not null,
  batch_id $id not null,
  what text not null,
  bucket $small not null,
  n $small not null,
  primary key (org_id, batch_id, what, bucket),
  constraint count_of_batch foreign key (org_id, batch_id) references board_batch (org_id, id),
  constraint count_what_known check (what in ('good', 'late', 'refused', 'waited', 'acted')),
  constraint count_of_something check (n > 0)
);

create table board_fact (
  org_id $id not null,
  id $id not null,
  cell text not null,
  kind text not null,
  month $day not null,
  subject_id $id not null,
  promise_id $id not null,
  good $small not null,
  late $small not null,
  refused $small not null,
  waited $int,
  acted $int,
  batch_id $id,
  primary key (org_id, id),
  constraint fact_of_promise foreign key (org_id, promise_id) references baton (org_id, id),
  constraint fact_in_batch foreign key (org_id, batch_id) references board_batch (org_id, id),
  constraint fact_kind_known check (kind in ('answered', 'told', 'helped', 'passed')),
  constraint fact_takes_no_negative_time check (coalesce(waited, 0) >= 0 and coalesce(acted, 0) >= 0)
);

create unique index unique_board_fact__kind_cell_subject_id on board_fact (org_id, kind, cell, subject_id);

create index board_fact_to_count on board_fact (org_id, kind, cell, month, id) where batch_id is null;

create index board_fact_by_batch on board_fact (org_id, batch_id);

create table question_time (
  org_id $id not null,
  question_id $id not null,
  worked $int not null,
  in_target $small not null,
  primary key (org_id, question_id),
  constraint time_of_question foreign key (org_id, question_id) references question (org_id, id),
  constraint question_time_not_negative check (worked >= 0)
);

create table question_help (
  org_id $id not null,
  question_id $id not null,
  helped text not null,
  day $day not null,
  primary key (org_id, question_id),
  constraint help_of_question foreign key (org_id, question_id) references question (org_id, id),
  constraint help_known check (helped in ('yes', 'partly', 'no'))
);

create table question_again (
  org_id $id not null,
  question_id $id not null,
  earlier_id $id not null,
  primary key (org_id, question_id),
  constraint again_of_question foreign key (org_id, question_id) references question (org_id, id),
  constraint again_after_question foreign key (org_id, earlier_id) references question (org_id, id),
  constraint again_after_another check (question_id <> earlier_id)
);

create index question_again_by_earlier on question_again (org_id, earlier_id);

create table help_tie (
  org_id $id not null,
  asking_id $id not null,
  helping_id $id not null,
  group_id $id not null,
  first_month $day not null,
  primary key (org_id, asking_id, helping_id),
  constraint tie_of_asking_unit foreign key (org_id, asking_id) references unit (org_id, id),
  constraint tie_of_helping_unit foreign key (org_id, helping_id) references unit (org_id, id),
  constraint tie_by_group foreign key (org_id, group_id) references expert_group (org_id, id),
  constraint tie_of_two_units check (asking_id <> helping_id)
);

create index help_tie_by_month on help_tie (org_id, first_month, group_id);

create table help_month (
  org_id $id not null,
  asking_id $id not null,
  helping_id $id not null,
  month $day not null,
  n $small not null,
  primary key (org_id, asking_id, helping_id, month),
  constraint month_of_tie foreign key (org_id, asking_id, helping_id) references help_tie (org_id, asking_id, helping_id),
  constraint month_of_some_help check (n > 0)
);

create index help_month_by_month on help_month (org_id, month);

create table help_side (
  org_id $id not null,
  unit_id $id not null,
  month $day not null,
  side text not null,
  people $small not null,
  primary key (org_id, unit_id, month, side),
  constraint side_of_unit foreign key (org_id, unit_id) references unit (org_id, id),
  constraint side_known check (side in ('asks', 'helps')),
  constraint side_of_somebody check (people > 0)
);

create table answer_thanks (
  org_id $id not null,
  id $id not null,
  question_id $id not null,
  group_id $id not null,
  person_id $id not null,
  words text not null,
  day $day not null,
  at $instant not null,
  public $small not null,
  primary key (org_id, id),
  constraint thanks_for_question foreign key (org_id, question_id) references question (org_id, id),
  constraint thanks_in_group foreign key (org_id, group_id) references expert_group (org_id, id),
  constraint thanks_to_person foreign key (org_id, person_id) references person (org_id, id),
  constraint thanks_filled check (length(words) between 3 and 300)
);

create unique index unique_answer_thanks__question_id on answer_thanks (org_id, question_id);

create index answer_thanks_by_person on answer_thanks (org_id, person_id, at);

create index answer_thanks_by_group on answer_thanks (org_id, group_id, at) where public = 1;

create index answer_thanks_by_age on answer_thanks (at);
