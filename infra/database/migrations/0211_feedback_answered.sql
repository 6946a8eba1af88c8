-- What was said of a lot stays as it was said; beside it the supplier's one answer, and why the platform does not count a complaint.
create table trace.lot_feedback_answer (
  feedback_id uuid primary key references trace.lot_feedback,
  words text not null check (char_length(words) between 2 and 500),
  answered_by uuid not null,
  answered_at timestamptz not null
);
create table trace.lot_feedback_dismissal (
  feedback_id uuid primary key references trace.lot_feedback,
  reason text not null check (char_length(reason) between 4 and 500),
  dismissed_by uuid not null,
  dismissed_at timestamptz not null
);

grant select, insert on trace.lot_feedback_answer, trace.lot_feedback_dismissal to xihuo_app;
grant select on trace.lot_feedback_answer, trace.lot_feedback_dismissal to xihuo_auditor;

-- Questions for those who moderate, the hidden ones apart.
create index question_hidden on dispute.question (id desc) where hidden_at is not null;
