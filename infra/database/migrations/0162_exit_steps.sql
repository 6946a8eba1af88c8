-- Who leaves, and how far it is: read by those who have something open with it, and by who pays it out.
create view admission.exit_step_v as
  select exit.id as exit_id, exit.supplier_id, exit.state as exit_state, exit.deadline, step.step, step.state, step.why
    from admission.exit_procedure exit join admission.exit_step step on step.exit_id = exit.id
   where exit.state <> 'cancelled';
grant select on admission.exit_step_v to xihuo_app, xihuo_auditor;
