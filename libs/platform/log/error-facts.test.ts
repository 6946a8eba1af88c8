import { errorFacts } from './error-facts';

const phone = '10012345678';

test('a database error keeps code and constraint, and loses every value', () => {
  const error = Object.assign(new Error(`invalid input syntax for type bigint: "${phone}"`), {
    code: '22P02',
    detail: `Key (phone)=(${phone}) already exists.`,
    query: `select ${phone}`,
    parameters: [phone],
    constraint: 'phone_link_key',
  });
  const facts = errorFacts(error);
  expect(facts).toMatchObject({ type: 'Error', code: '22P02', constraint: 'phone_link_key' });
  expect(JSON.stringify(facts)).not.toContain(phone);
});

test('an error of ours keeps its message and where it came from', () => {
  const facts = errorFacts(new TypeError('parts do not sum to the whole'));
  expect(facts['message']).toBe('parts do not sum to the whole');
  expect(facts['stack']).toMatch(/at .*error-facts/);
});

test('a cause is told, and is cleaned alike', () => {
  const facts = errorFacts(new Error('relay failed', { cause: Object.assign(new Error(phone), { code: '23505' }) }));
  expect(facts['cause']).toMatchObject({ code: '23505' });
  expect(JSON.stringify(facts)).not.toContain(phone);
});
