create table customer_reference (
  org_id $id not null,
  pattern text not null,
  link text not null,
  primary key (org_id),
  constraint reference_of_organisation foreign key (org_id) references organisation (id),
  constraint reference_pattern_short check (length(pattern) <= 40),
  constraint reference_link_is_of_the_web check (link = '' or (link like 'https://%{reference}%' and length(link) <= 500))
);
