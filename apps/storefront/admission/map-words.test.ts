import { mapLines, type Names } from './map-words';

const names: Names = {
  category: (key) => ({ tea: '茶叶', fruit: '水果' })[key] ?? key,
  grade: (key) => ({ first: '一级', ungraded: '统货' })[key] ?? key,
  process: (key) => ({ drying: '烘干' })[key] ?? key,
  province: (key) => ({ '15': '内蒙古自治区' })[key] ?? key,
  yuan: (fen) => `¥${fen / 100}`,
  ...{ others: '其他', between: '、', then: '：' },
};

test.each([
  ['trace.certificateCategories', ['fruit', 'tea'], ['水果、茶叶']],
  ['trace.grades', { '*': ['first', 'ungraded'], tea: ['first'] }, ['茶叶：一级', '其他：一级、统货']],
  ['trace.deliveryYieldBp', { '*': 9_500, tea: 2_200 }, ['茶叶：22%', '其他：95%']],
  ['trace.processingYieldBp', { drying: { leastBp: 500, mostBp: 5_000 } }, ['烘干：5%–50%']],
  ['benefit.leastDayWageFen', { '': 8_500, '15': 8_800 }, ['内蒙古自治区：¥88', '其他：¥85']],
])('%s', (key, value, lines) => {
  expect(mapLines(key, value, names)).toEqual(lines);
});

test('a setting nobody knows, and one that is no map, is said elsewhere', () => {
  expect(mapLines('trace.unknown', { '*': 1 }, names)).toBeNull();
  expect(mapLines('trace.grades', 5, names)).toBeNull();
});
