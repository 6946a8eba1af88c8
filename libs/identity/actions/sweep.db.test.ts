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
