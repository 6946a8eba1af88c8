-- How far bill, payments and books may differ where a period is closed, where a house lives already; a new one is seeded with it.
insert into registry.policy (key, value, effective_from, source)
select 'ledger.openDifferenceMostFen', '0', '2026-01-01', '对账差异逐笔结案后方可关账；平台规则初始设定，可按规则变更程序调整'
 where exists (select from registry.policy where policy.key = 'settlement.period')
on conflict do nothing;
