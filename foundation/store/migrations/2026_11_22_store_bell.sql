create table bell (
  org_id $id not null,
  topic text not null,
  version $int not null,
  primary key (org_id, topic)
);
