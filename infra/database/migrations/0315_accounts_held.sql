-- Finance sees the accounts that are confirmed and still held beside those that wait: until the hours are over they can be cancelled.
create index payee_account_held on settlement.payee_account (held_until) where state = 'confirmed';
