-- What a notice is about, so that it leads there: order:ID, claims:ORDER, dispute:ORDER/ID, product:SLUG. Null of what leads nowhere.
alter table platform.notice add column about text constraint about_something check (about ~ '^[a-z]+:[0-9a-z/-]+$');
