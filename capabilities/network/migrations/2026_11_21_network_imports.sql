create table import (
  org_id $id not null,
  id $id not null,
  kind text not null,
  file_name text not null,
  bytes $int not null,
  state text not null,
  good_lines_only $bool not null,
  as_of $day not null,
  row_count $int not null,
  cursor_row $int not null,
  new_count $int not null,
  changed_count $int not null,
  same_count $int not null,
  leaver_count $int not null,
  leavers_told $int not null,
  fault_count $int not null,
  refused_count $int not null,
  preview text not null,
  error text,
  error_args text not null,
  created_by $id,
  created_at $instant not null,
  applied_at $instant,
  undone_at $instant,
  version $int not null,
  primary key (org_id, id),
  constraint import_of_organisation foreign key (org_id) references organisation (id),
  constraint import_kind_known check (kind in ('units', 'people')),
  constraint import_state_known check (state in ('uploaded', 'checking', 'checked', 'refused', 'applying', 'applied', 'undoing', 'undone', 'failed')),
  constraint import_cursor_within_file check (cursor_row between 0 and row_count),
  constraint import_refused_has_reason check (state not in ('refused', 'failed') or error is not null)
);

create index import_by_time on import (org_id, created_at);

create unique index unique_import__kind on import (org_id, kind) where state in ('applying', 'undoing');

create table import_mapping (
  org_id $id not null,
  import_id $id not null,
  sheet text not null,
  columns text not null,
  options text not null,
  primary key (org_id, import_id),
  constraint mapping_of_import foreign key (org_id, import_id) references import (org_id, id) on delete cascade
);

create table import_chunk (
  org_id $id not null,
  import_id $id not null,
  seq $int not null,
  content $bytes not null,
  created_at $instant not null,
  primary key (org_id, import_id, seq),
  constraint chunk_of_import foreign key (org_id, import_id) references import (org_id, id) on delete cascade
);

create index import_chunk_by_time on import_chunk (created_at);

create table import_fault (
  org_id $id not null,
  import_id $id not null,
  seq $int not null,
  line $int not null,
  column_name text not null,
  message text not null,
  args text not null,
  created_at $instant not null,
  primary key (org_id, import_id, seq),
  constraint fault_of_import foreign key (org_id, import_id) references import (org_id, id) on delete cascade
);

create index import_fault_by_time on import_fault (created_at);

create table import_change (
  org_id $id not null,
  import_id $id not null,
  seq $int not null,
  noun text not null,
  row_id $id not null,
  line $int not null,
  label text not null,
  before text,
  after_hash text not null,
  outcome text not null,
  reason text,
  created_at $instant not null,
  primary key (org_id, import_id, seq),
  constraint change_of_import foreign key (org_id, import_id) references import (org_id, id) on delete cascade,
  constraint change_noun_known check (noun in ('unit', 'person', 'region', 'employer')),
  constraint change_outcome_known check (outcome in ('done', 'undone', 'refused')),
  constraint change_refused_has_reason check ((outcome = 'refused') = (reason is not null))
);

create index import_change_by_time on import_change (created_at);

create index import_change_by_outcome on import_change (org_id, import_id, outcome, seq);
