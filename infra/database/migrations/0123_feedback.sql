-- What buyers say of what they received, and what people ask of a product. What was said is never edited or deleted (电子商务法
-- art. 39): a review may be hidden for a reason of law, and counts all the same.

create table dispute.review (
  id uuid primary key,
  -- One review a line.
  line_id uuid not null unique,
  order_id uuid not null,
  product_id uuid not null,
  supplier_id uuid not null,
  pack text not null,
  buyer_id uuid,
  score smallint not null check (score between 1 and 5),
  words text not null default '',
  written_at timestamptz not null,
  reply text,
  replied_by uuid,
  replied_at timestamptz,
  -- Hidden, by whom, and by which law; null while it is shown.
  hidden_ground text check (hidden_ground in ('personalData', 'unlawful', 'defamation', 'advertising')),
  hidden_reason text,
  hidden_by uuid,
  hidden_at timestamptz,
  row_version integer not null default 1,
  check ((reply is null) = (replied_by is null) and (reply is null) = (replied_at is null)),
  check ((hidden_ground is null) = (hidden_at is null) and (hidden_ground is null) = (hidden_by is null)
         and (hidden_ground is null) = (hidden_reason is null))
);
create index review_product on dispute.review (product_id, id desc);
create index review_supplier on dispute.review (supplier_id, id desc);

create table dispute.question (
  id uuid primary key,
  product_id uuid not null,
  words text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer text,
  -- Who answered, of the suppliers that offer it.
  supplier_id uuid,
  answered_by uuid,
  answered_at timestamptz,
  hidden_ground text check (hidden_ground in ('personalData', 'unlawful', 'defamation', 'advertising')),
  hidden_reason text,
  hidden_by uuid,
  hidden_at timestamptz,
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null) and (answer is null) = (supplier_id is null)),
  check ((hidden_ground is null) = (hidden_at is null) and (hidden_ground is null) = (hidden_by is null)
         and (hidden_ground is null) = (hidden_reason is null))
);
create index question_product on dispute.question (product_id, id desc);

-- Hidden ones count: nobody's average is made better by hiding.
create view dispute.rating_v as
  select product_id, count(*)::integer as reviews, sum(score)::integer as total,
         count(*) filter (where score = 1)::integer as one, count(*) filter (where score = 2)::integer as two,
         count(*) filter (where score = 3)::integer as three, count(*) filter (where score = 4)::integer as four,
         count(*) filter (where score = 5)::integer as five
    from dispute.review group by product_id;

grant select, insert on dispute.review, dispute.question to xihuo_app;
grant update (reply, replied_by, replied_at, hidden_ground, hidden_reason, hidden_by, hidden_at, row_version) on dispute.review to xihuo_app;
grant update (answer, supplier_id, answered_by, answered_at, hidden_ground, hidden_reason, hidden_by, hidden_at) on dispute.question
  to xihuo_app;
grant select on dispute.rating_v to xihuo_app, xihuo_auditor;
