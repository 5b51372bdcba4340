create index baton_waiter_untold on baton_waiter (org_id, person_id, baton_id) where told is null;
