-- What a buyer orders without approval adds up over a day, unless somebody sets otherwise: to split an order is no way round the chain.
-- Where a house lives already; a new one is seeded with it.
insert into registry.policy (key, value, effective_from, source)
select 'purchase.aloneDays', '1', '2026-01-01', '平台规则初始设定，可按规则变更程序调整'
 where exists (select from registry.policy where policy.key = 'purchase.payFirstDays')
on conflict do nothing;

create index purchase_order_alone on ordering.purchase_order (organisation_id, requested_by, requested_at) where levels = '{}';
