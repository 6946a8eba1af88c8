do $$
begin
  assert not exists (
    select from registry.waiting_v waiting join registry.policy_proposal entered on entered.key = 'calendar.' || waiting.year
     where waiting.what = 'calendar' and entered.state = 'approved'), 'what two have entered waits for nobody';
end $$;
