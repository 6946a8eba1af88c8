-- Which delivery stands in the place of which, as benefit was told: what a payment that lapses sets free of a corrected line may
-- come to no more than the line that stands is worth.

create table benefit.replaced_delivery (
  old_id uuid primary key,
  by_id uuid not null unique,
  check (old_id <> by_id)
);

grant select, insert on benefit.replaced_delivery to xihuo_app;
grant select on benefit.replaced_delivery to xihuo_auditor;
