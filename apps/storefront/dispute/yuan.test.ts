import { fenOf, yuanOf } from './yuan';

test.each([
  ['12.5', 1250n],
  ['0', 0n],
  ['１２', 1200n],
  ['0.01', 1n],
  ['-1', null],
  ['1.234', null],
  ['', null],
  ['1e3', null],
])('%j yuan are %p fen', (yuan, fen) => expect(fenOf(yuan)).toBe(fen));

test.each([
  ['1250', '12.50'],
  ['1200', '12'],
  ['1', '0.01'],
])('%s fen are %s yuan', (fen, yuan) => expect(yuanOf(fen)).toBe(yuan));
