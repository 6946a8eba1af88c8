-- A supplier's people are known by their phones too: who buys as a guest and has it sent to such a phone is of the supplier. Only keyed
-- hashes are compared.
create view identity.phone_v as select person_id, phone_index from identity.phone_link;
grant select on identity.phone_v to xihuo_app;
revoke select on identity.phone_v from xihuo_auditor;

create view ordering.order_phone_v as
  select id as order_id, phone_index from ordering.customer_order where phone_index is not null;
grant select on ordering.order_phone_v to xihuo_app;

-- One tracking number on parcels to different people: a rule looks at it, where a house lives already.
insert into registry.policy (key, value, effective_from, source)
select 'admission.signalRule.sharedTracking',
       '{"signal":"sharedTracking","per":null,"mode":"sum","windowDays":90,"least":0,"ground":"EXT-06","steps":[{"at":2,"measure":"case"}]}',
       '2026-01-01', '电子商务法第17条；不同收货人共用一个运单号的包裹数；平台规则初始设定，可按规则变更程序调整'
 where exists (select from registry.policy where policy.key = 'admission.signalRule.selfDealing')
on conflict do nothing;
