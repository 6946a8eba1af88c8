import { calendarLines } from './calendar-words';

const words = {
  day: (day: string) => day.slice(5),
  range: (from: string, to: string) => `${from}–${to}`,
  ...{ then: '：', between: '、', worked: '调休上班' },
};
const rests = [
  { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
  { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
];

test('a year is read as its notice is', () => {
  expect(calendarLines('calendar.2027', { rests, worked: ['2027-02-13', '2027-02-20'] }, words)).toEqual([
    ...['元旦：01-01–01-03', '中秋节：09-15'],
    '调休上班：02-13、02-20',
  ]);
  expect(calendarLines('calendar.2027', { rests, worked: [] }, words)).toHaveLength(2);
});

test('no other setting is one', () => {
  expect(calendarLines('trace.grades', {}, words)).toBeNull();
});
