import { formatWanted } from './as-table';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

test.each([
  [undefined, null],
  ['', null],
  ['*/*', null],
  ['application/json', null],
  ['text/html,application/xhtml+xml,*/*;q=0.8', null],
  ['text/csv', 'csv'],
  [' TEXT/CSV;q=0.5 , application/json', 'csv'],
  [`${XLSX}, text/csv`, 'xlsx'],
  ['text/csv-schema', null],
])('Accept %s is answered by %s', (accept, format) => {
  expect(formatWanted(accept)).toBe(format);
});
