import { versionOfSet } from './version-of-set';

test('the same set has one version, in whatever order; others have another', () => {
  expect(versionOfSet(['620000', '110000'])).toBe(versionOfSet(['110000', '620000']));
  const versions = [[], ['110000'], ['110100'], ['110000', '620000'], ['110000', '620100']].map(versionOfSet);
  expect(new Set(versions).size).toBe(versions.length);
  expect(versions.every((version) => version >= 1 && version <= 999_999_999)).toBe(true);
});
