create index baton_offer_by_baton on baton_offer (org_id, baton_id, state);
