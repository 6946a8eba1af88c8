import { missingPeople } from './second-people';

const full = { operator: 2, reviewer: 3, finance: 2, mediator: 1, auditor: 1 };
const missing = (given: object) => missingPeople(new Map(Object.entries({ ...full, ...given }))).map(({ en }) => en);

test('where two decide, two have to be there; one who mediates and one who audits', () => {
  expect(missing({})).toEqual([]);
  expect(missing({ finance: 1, auditor: 0 })).toEqual(['finance 1/2', 'auditors 0/1']);
  expect(missingPeople(new Map())).toHaveLength(5);
});
