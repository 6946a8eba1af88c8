-- Reviewers read what was done to an application at the foot of its page: who has still to judge it is not told what another one ticked
-- or decided in this round.
create view admission.judging_v as
  select application.id as application_id, application.submitted_at is not null as handed_in,
         case when application.state = 'underReview' then
           coalesce((select submission.submitted_at from admission.submission
                      where submission.application_id = application.id and submission.round = application.review_round),
                    application.created_at) end as since,
         array(select review.reviewer_id from admission.review
                where review.application_id = application.id and review.round = application.review_round
                  and review.state = 'decided') as decided_by
    from admission.application;
grant select on admission.judging_v to xihuo_app, xihuo_auditor;
