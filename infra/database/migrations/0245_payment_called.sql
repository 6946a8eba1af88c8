-- A payment that was asked for and not answered may be at the provider, though a search does not find it yet.
alter table payment.payment add called_at timestamptz;
