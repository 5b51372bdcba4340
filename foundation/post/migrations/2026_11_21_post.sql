create table letter (
  id $id not null primary key,
  org_id $id,
  person_id $id,
  to_address text not null,
  locale text not null,
  kind text not null,
  subject text not null,
  text text not null,
  html text not null,
  hours_zone text,
  state text not null,
  created_at $instant not null,
  sent_at $instant,
  constraint letter_of_organisation foreign key (org_id) references organisation (id),
  constraint letter_to_person foreign key (org_id, person_id) references person (org_id, id),
  constraint letter_locale_known check (locale in ('fr', 'en')),
  constraint letter_state_known check (state in ('queued', 'sent', 'failed')),
  constraint letter_sent_has_a_moment check ((state = 'sent') = (sent_at is not null))
);

create index letter_by_moment on letter (created_at, id);
