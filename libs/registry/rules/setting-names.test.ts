import { settingKeys, settingName } from './setting-names';

test.each(settingKeys())('%s has a name of its own in both languages', (key) => {
  const { zh, en } = settingName(key);
  expect([zh, en]).not.toContain(key);
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).not.toMatch(/\p{Script=Han}/u);
});

test('the days off of a year are called by it', () => {
  expect(settingName('calendar.2028')).toMatchObject({ zh: '2028 年放假和调休安排', unit: null });
});

test('what stands in for no name is the key itself', () => {
  expect(settingName('no.such')).toEqual({ zh: 'no.such', en: 'no.such', unit: null });
});
