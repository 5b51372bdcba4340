alter table baton_offer add column passed_at $instant;

alter table baton_offer add column passed_from_id $id;

create index baton_offer_passed on baton_offer (org_id, passed_at) where passed_at is not null;
