import { machines } from '@xihuo/contract';
import { POLICIES } from './policies';

test('whatever the house begins with may be proposed again as it is', () => {
  const wrong = POLICIES.map(({ key, value }) => [key, machines.settingShapes.shapeFaults(key, value) ?? []] as const);
  expect(wrong.filter(([, faults]) => faults.length > 0)).toEqual([]);
});
