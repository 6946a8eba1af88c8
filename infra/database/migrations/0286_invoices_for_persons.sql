-- Whoever buys for themselves asks for an invoice too (发票管理办法 art. 19, 20: whoever is paid issues one, and nobody may be refused it):
-- made out to a person, or to a company with its number. It is asked of each supplier for its own part of the order.
alter table ordering.invoice_request
  alter organisation_id drop not null,
  -- Nobody of whom an account is known, where a guest asks by the order's token.
  alter requested_by drop not null,
  add column payer_kind text not null default 'company' check (payer_kind in ('company', 'person')),
  drop constraint invoice_request_taxpayer_number_check,
  add constraint companies_have_a_number
    check (taxpayer_number ~ '^[0-9A-HJ-NPQRTUWXY]{18}$' or (payer_kind = 'person' and taxpayer_number = '')),
  add constraint organisations_are_companies
    check (organisation_id is null or (payer_kind = 'company' and requested_by is not null)),
  -- A special invoice lets a business deduct its VAT; whoever buys for themselves gets the ordinary one.
  add constraint persons_get_the_ordinary_one check (organisation_id is not null or kind = 'ordinary');
