import { openField, type Field } from '@xihuo/testing';
import { sweepIdentityTables } from './sweep';

let field: Field;
beforeAll(async () => {
  field = await openField();
});
afterAll(() => field.close());

test('what is over long enough goes, what may still be asked for stays', async () => {
  await field.rows(`
    with person as (insert into identity.person (display_name) values ('李明') returning id)
    insert into identity.session (token_hash, person_id, surface, created_at, last_seen_at, expires_at, ended_at)
    select sha256(name::bytea), person.id, 'shop', now(), now(), now() + expires, now() + ended
      from person, (values ('open', interval '1 day', null::interval), ('over', interval '-29 days', null),
                           ('old', interval '-31 days', null), ('ended', interval '1 day', interval '-1 day'),
                           ('ended long ago', interval '1 day', interval '-31 days')) as wanted (name, expires, ended)`);
  await field.rows(`
    insert into identity.sms_code (phone_index, code_hash, created_at, expires_at)
    select '', '', now() - age, now() - age + interval '10 minutes' from unnest(array[interval '1 day', interval '3 days']) age`);
  await field.rows(`
    insert into identity.attempt (key, window_end, count) values ('\\x01', now() + interval '1 hour', 3), ('\\x02', now() - interval '1 hour', 3)`);
  for (let time = 0; time < 2; time += 1) await field.does(sweepIdentityTables);
  expect(
    await field.rows(`select (select count(*)::int from identity.session) as sessions,
                             (select count(*)::int from identity.sms_code) as codes,
                             (select count(*)::int from identity.attempt) as attempts`),
  ).toEqual([{ sessions: 3, codes: 1, attempts: 1 }]);
});

test('an offer that nobody decided on in thirty days lapses with the phone that came with it; one of yesterday waits', async () => {
  await field.rows(`
    with proposer as (insert into identity.person (display_name) values ('王敏') returning id)
    insert into identity.role_offer (display_name, phone_index, phone_sealed, role, reason, proposed_by, proposed_at)
    select '新同事', '\\x01', '\\x02', 'auditor', '新同事到岗', proposer.id, now() - age
      from proposer, unnest(array[interval '1 day', interval '31 days']) age`);
  for (let time = 0; time < 2; time += 1) await field.does(sweepIdentityTables);
  expect(
    await field.rows(`select outcome, decided_by, decided_at is not null as decided, display_name, phone_sealed is not null as phone
                        from identity.role_offer order by proposed_at`),
  ).toEqual([
    { outcome: 'lapsed', decided_by: null, decided: true, display_name: null, phone: false },
    { outcome: null, decided_by: null, decided: false, display_name: '新同事', phone: true },
  ]);
});
