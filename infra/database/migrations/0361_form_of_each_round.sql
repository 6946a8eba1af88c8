-- What an application said in each of its rounds: corrections are seen by laying two of them beside each other. Of rounds from before
-- now only the last one is known, and none where it is being corrected.
alter table admission.submission add column form jsonb;
update admission.submission handed_in set form = application.form
  from admission.application application
 where application.id = handed_in.application_id and handed_in.round = application.review_round
   and application.state not in ('draft', 'correctionsRequested');
