create table pebble_word (
  org_id $id not null,
  id $id not null,
  pebble_id $id not null,
  place $int not null,
  speaker text not null,
  text text not null,
  state text,
  planned_day $day,
  day $day not null,
  primary key (org_id, id),
  constraint word_of_pebble foreign key (org_id, pebble_id) references pebble (org_id, id),
  constraint word_speaker_known check (speaker in ('answer', 'question', 'author')),
  constraint word_answer_has_a_state check ((speaker = 'answer') = (state is not null)),
  constraint word_state_known check (state in ('planned', 'trying', 'done', 'refused')),
  constraint word_filled check (length(text) between 3 and 1000)
);

create unique index unique_pebble_word__pebble_id_place on pebble_word (org_id, pebble_id, place);
