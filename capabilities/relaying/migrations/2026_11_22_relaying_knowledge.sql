create table knowledge_entry (
  org_id $id not null,
  id $id not null,
  group_id $id not null,
  theme_id $id not null,
  title text not null,
  words text not null,
  answer text not null,
  version $int not null,
  state text not null,
  checked_day $day,
  review_day $day,
  expires_day $day,
  question_id $id,
  doubt_id $id,
  form_key $id,
  newest $int not null,
  primary key (org_id, id),
  constraint entry_of_theme foreign key (org_id, theme_id) references expert_theme (org_id, id),
  constraint entry_of_question foreign key (org_id, question_id) references question (org_id, id),
  constraint entry_doubt_is_promised foreign key (org_id, doubt_id) references baton (org_id, id),
  constraint entry_titled check (length(title) between 3 and 120),
  constraint entry_words_short check (length(words) <= 1000),
  constraint entry_answered check (length(answer) between 3 and 4000),
  constraint entry_state_known check (state in ('proposed', 'valid', 'withdrawn')),
  constraint valid_entry_was_checked check (state <> 'valid' or (checked_day is not null and review_day is not null and expires_day is not null)),
  constraint entry_is_reviewed_before_it_ends check (review_day <= expires_day),
  constraint entry_ends_after_its_check check (expires_day > checked_day)
);

create unique index unique_knowledge_entry__question_id on knowledge_entry (org_id, question_id) where question_id is not null;

create unique index unique_knowledge_entry__form_key on knowledge_entry (org_id, form_key) where form_key is not null;

create index knowledge_entry_by_group on knowledge_entry (org_id, group_id, newest, id);

create index knowledge_entry_by_newest on knowledge_entry (org_id, newest, id);

create table knowledge_version (
  org_id $id not null,
  id $id not null,
  entry_id $id not null,
  version $int not null,
  title text not null,
  words text not null,
  answer text not null,
  day $day not null,
  primary key (org_id, id),
  constraint version_of_entry foreign key (org_id, entry_id) references knowledge_entry (org_id, id)
);

create unique index unique_knowledge_version__entry_id_version on knowledge_version (org_id, entry_id, version);

create table knowledge_event (
  org_id $id not null,
  id $id not null,
  entry_id $id not null,
  place $int not null,
  kind text not null,
  text text not null,
  day $day not null,
  primary key (org_id, id),
  constraint event_of_entry foreign key (org_id, entry_id) references knowledge_entry (org_id, id),
  constraint entry_event_known check (kind in ('written', 'imported', 'checked', 'changed', 'doubted', 'kept', 'withdrawn')),
  constraint entry_event_short check (length(text) <= 1000)
);

create unique index unique_knowledge_event__entry_id_place on knowledge_event (org_id, entry_id, place);

create table knowledge_reuse (
  org_id $id not null,
  kind text not null,
  doc_id $id not null,
  day $day not null,
  group_id $id not null,
  n $int not null,
  primary key (org_id, kind, doc_id, day),
  constraint reuse_of_group foreign key (org_id, group_id) references expert_group (org_id, id),
  constraint reuse_kind_known check (kind in ('entry', 'question')),
  constraint reuse_counted check (n > 0)
);

create index knowledge_reuse_by_group on knowledge_reuse (org_id, group_id, day);

create table knowledge_term (
  org_id $id not null,
  term $int not null,
  stem text not null,
  documents $int not null,
  primary key (org_id, term),
  constraint term_documents_counted check (documents >= 0)
);

create table knowledge_spelling (
  org_id $id not null,
  spelling text not null,
  form text not null,
  term $int not null,
  primary key (org_id, spelling, form),
  constraint spelling_of_term foreign key (org_id, term) references knowledge_term (org_id, term)
);

create table knowledge_document (
  org_id $id not null,
  doc_id $id not null,
  kind text not null,
  terms $bytes not null,
  primary key (org_id, doc_id),
  constraint document_kind_known check (kind in ('entry', 'question'))
);

create table knowledge_posting (
  org_id $id not null,
  term $int not null,
  kind text not null,
  doc_id $id not null,
  weight $small not null,
  primary key (org_id, term, kind, doc_id),
  constraint posting_of_document foreign key (org_id, doc_id) references knowledge_document (org_id, doc_id),
  constraint posting_weight_known check (weight in (1, 2))
);
