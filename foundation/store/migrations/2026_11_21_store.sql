create table job (
  id $id not null primary key,
  org_id $id,
  kind text not null,
  payload text not null,
  event text,
  once_key text,
  state text not null,
  attempts $int not null,
  run_at $instant not null,
  leased_until $instant,
  lease_token $id,
  last_error text,
  created_at $instant not null,
  ended_at $instant,
  constraint job_state_known check (state in ('ready', 'running', 'done', 'failed')),
  constraint job_running_is_leased check ((state = 'running') = (leased_until is not null))
);

create index job_due on job (state, run_at, id);

create index job_by_organisation on job (org_id, id);

create index job_by_end on job (ended_at);

create unique index unique_job__once_key on job (once_key);

create table outbox (
  id $id not null primary key,
  org_id $id,
  name text not null,
  version $int not null,
  body text not null,
  at $instant not null,
  sent_at $instant
);

create index outbox_unsent on outbox (sent_at, id);

create table lease (
  name text not null primary key,
  holder $id not null,
  until $instant not null
);

create table audit_head (
  chain $id not null primary key,
  seq $int not null,
  hash $bytes not null,
  cut_seq $int not null,
  cut_hash $bytes not null
);

create table audit_event (
  chain $id not null,
  seq $int not null,
  at $instant not null,
  account_id $id,
  person_id $id,
  action text not null,
  subject text not null,
  subject_id $id,
  detail text not null,
  hash $bytes not null,
  primary key (chain, seq)
);

create index audit_event_by_subject on audit_event (chain, subject_id, seq);
