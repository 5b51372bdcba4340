create table question_picture (
  org_id $id not null,
  question_id $id not null,
  picture_id $id not null,
  primary key (org_id, question_id),
  constraint picture_of_question foreign key (org_id, question_id) references question (org_id, id),
  constraint picture_is_kept foreign key (org_id, picture_id) references picture (org_id, id)
);

create unique index unique_question_picture__picture_id on question_picture (org_id, picture_id);
