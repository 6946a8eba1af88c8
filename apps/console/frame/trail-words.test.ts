import { wordsOf } from './trail-words';

test.each([
  ['application.recommend', 'trail.of.application', 'trail.verb.recommend'],
  ['objection.reveal', 'trail.of.objection', 'trail.verb.reveal'],
  ['application.somethingNew', 'trail.of.application', null],
  ['toString.constructor', null, null],
  ['', null, null],
])('%s', (action, of, verb) => {
  expect(wordsOf(action)).toEqual({ of, verb });
});
