do $$
begin
  assert not exists (select from admission.certificate_paper_v join admission.certificate using (id) where state in ('refused', 'revoked')),
    'what was refused or revoked goes with no delivery';
end $$;
