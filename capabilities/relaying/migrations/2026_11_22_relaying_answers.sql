create table word_picture (
  org_id $id not null,
  word_id $id not null,
  picture_id $id not null,
  primary key (org_id, word_id),
  constraint picture_of_word foreign key (org_id, word_id) references question_word (org_id, id),
  constraint word_picture_is_kept foreign key (org_id, picture_id) references picture (org_id, id)
);

create unique index unique_word_picture__picture_id on word_picture (org_id, picture_id);
