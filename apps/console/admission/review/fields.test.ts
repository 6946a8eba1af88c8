// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- a test ships to no phone, and this one holds the pages against the contract itself
import { applying, reviewing } from '@xihuo/contract';
import { QUESTIONS } from './case';
import { FIELDS, GROUPS, wordOf } from './field-names';

test('a department is asked what the contract says it answers for', () => {
  expect(QUESTIONS).toEqual(reviewing.COUNTY_QUESTIONS);
});

test('corrections can point at every kind of paper and at every step of the form', () => {
  expect([...FIELDS.documents].sort()).toEqual([...applying.DOCUMENT_KINDS].sort());
  const groups: string[] = GROUPS.map(({ group }) => group);
  expect(applying.FORM_STEPS.filter((step) => !groups.includes(step))).toEqual([]);
});

test('a pointer has the word of its field, also one that leads further down', () => {
  for (const pointer of GROUPS.flatMap(({ pointers }) => pointers)) expect(wordOf(pointer)).not.toBeNull();
  expect(wordOf('/licences/foodLicences/0/number')).toBe('review.field.licences.foodLicences');
  expect(wordOf('/documents/testReport')).toBe('review.paperKind.testReport');
  expect(wordOf('/elsewhere')).toBeNull();
});
