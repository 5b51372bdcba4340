drop index baton_by_end;

create index baton_names_to_cut on baton (org_id, ended_at) where names_cut_at is null and ended_at is not null;
