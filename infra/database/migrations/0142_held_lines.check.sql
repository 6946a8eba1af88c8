do $$
begin
  assert not exists (
    select from ordering.line_money_v money join ordering.after_sale_line item using (line_id)
      join ordering.after_sale claim on claim.id = item.case_id
     where claim.state = 'escalated' and not money.held), 'a line whose claim is on its way to the platform is held';
  assert to_regclass('ordering.line_hold_part') is not null, 'what was given back of a part is found by the part';
end $$;
