create table feed_post (
  org_id $id not null,
  id $id not null,
  group_id $id not null,
  person_id $id not null,
  text text not null,
  form_key $id,
  at $instant not null,
  primary key (org_id, id),
  constraint post_in_group foreign key (org_id, group_id) references expert_group (org_id, id),
  constraint post_by_person foreign key (org_id, person_id) references person (org_id, id),
  constraint post_filled check (length(text) between 2 and 2000)
);

create unique index unique_feed_post__form_key on feed_post (org_id, form_key) where form_key is not null;

create index feed_post_by_group on feed_post (org_id, group_id, at, id);

create index feed_post_by_age on feed_post (at);

create table feed_picture (
  org_id $id not null,
  post_id $id not null,
  picture_id $id not null,
  primary key (org_id, post_id),
  constraint feed_picture_of_post foreign key (org_id, post_id) references feed_post (org_id, id),
  constraint feed_picture_is_picture foreign key (org_id, picture_id) references picture (org_id, id)
);

create table feed_mention (
  org_id $id not null,
  post_id $id not null,
  person_id $id not null,
  primary key (org_id, post_id, person_id),
  constraint mention_in_post foreign key (org_id, post_id) references feed_post (org_id, id),
  constraint mention_of_person foreign key (org_id, person_id) references person (org_id, id)
);

create table feed_reaction (
  org_id $id not null,
  post_id $id not null,
  person_id $id not null,
  kind text not null,
  primary key (org_id, post_id, person_id, kind),
  constraint reaction_to_post foreign key (org_id, post_id) references feed_post (org_id, id),
  constraint reaction_of_person foreign key (org_id, person_id) references person (org_id, id),
  constraint reaction_known check (kind in ('thanks', 'useful', 'same', 'idea'))
);
