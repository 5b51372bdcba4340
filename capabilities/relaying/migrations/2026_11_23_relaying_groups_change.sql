alter table expert_group add column version $small not null default 1;

alter table expert_group add column successor_id $id;

alter table expert_theme add column retired_day $day;

drop index unique_expert_theme__group_id_place;

create unique index unique_expert_theme__group_id_place on expert_theme (org_id, group_id, place) where retired_day is null;
