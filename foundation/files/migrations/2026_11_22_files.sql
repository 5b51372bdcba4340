create table picture (
  org_id $id not null,
  id $id not null,
  content $bytes not null,
  size $int not null,
  width $int not null,
  height $int not null,
  hash $bytes not null,
  made_day $day not null,
  primary key (org_id, id),
  constraint picture_of_organisation foreign key (org_id) references organisation (id),
  constraint picture_is_light check (size between 1 and 8000000),
  constraint picture_size_is_its_own check (length(content) = size),
  constraint picture_fits_a_screen check (width between 1 and 1600 and height between 1 and 1600),
  constraint picture_hash_is_whole check (length(hash) = 32)
);
