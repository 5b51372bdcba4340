alter table expert_group add column version $small not null default 1;

alter table expert_group add column successor_id $id;

alter table expert_theme add column retired_day $day;

create table group_department (
  org_id $id not null,
  group_id $id not null,
  department_code text not null,
  primary key (org_id, group_id, department_code),
  constraint department_of_group foreign key (org_id, group_id) references expert_group (org_id, id),
  constraint group_department_known foreign key (department_code) references department (code)
);

alter table question add column device text not null default ''
  constraint question_device_in_a_line check (length(device) <= 60);
