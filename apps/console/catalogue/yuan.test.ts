import { fenOf, yuanOf } from './yuan';

test.each([
  ['29.9', '2990'],
  ['0.05', '5'],
  ['１２', '1200'],
  ['400000', '40000000'],
  ['0', null],
  ['', null],
  ['1.234', null],
  ['-3', null],
  ['12.', null],
])('%s yuan are %s fen', (yuan, fen) => {
  expect(fenOf(yuan)).toBe(fen);
});

test.each([
  ['2990', '29.90'],
  ['1200', '12'],
  ['5', '0.05'],
])('%s fen are typed as %s', (fen, yuan) => {
  expect([yuanOf(fen), fenOf(yuanOf(fen))]).toEqual([yuan, fen]);
});
