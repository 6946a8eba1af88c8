-- Settings of what is reported about suppliers, where a house lives already; a new one is seeded with them.
insert into registry.policy (key, value, effective_from, source)
select key, value::jsonb, '2026-01-01', '平台规则初始设定，可按规则变更程序调整'
  from (values ('fulfilment.shipWithinHours', '72'), ('benefit.payWithinDays', '30')) as given (key, value)
 where exists (select from registry.policy where policy.key = 'fulfilment.autoReceiptDays')
on conflict do nothing;
insert into registry.policy (key, value, effective_from, source)
select 'admission.signalRule.selfDealing',
       '{"signal":"selfDealing","per":null,"mode":"sum","windowDays":90,"least":0,"ground":"EXT-06","steps":[{"at":3,"measure":"case"},{"at":20,"measure":"suspension"}]}',
       '2026-01-01', '电子商务法第17条；供应商人员下单的笔数；平台规则初始设定，可按规则变更程序调整'
 where exists (select from registry.policy where policy.key = 'admission.signalRule.awardsIgnored')
on conflict do nothing;
