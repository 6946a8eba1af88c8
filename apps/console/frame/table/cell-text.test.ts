import { cellOf, type Drawn } from './cell-text';

const text = (nodeValue: string): Drawn => ({ nodeName: '#text', nodeValue, childNodes: [] });
const part = (
  nodeName: string,
  children: readonly (Drawn | string)[],
  look = '',
  datetime?: string,
  open?: '',
): Drawn => ({
  nodeName,
  nodeValue: null,
  childNodes: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  classList: { contains: (name) => look.split(' ').includes(name) },
  getAttribute: (name) => ({ datetime, open })[name] ?? null,
});
const cell = (...children: readonly (Drawn | string)[]) => cellOf(part('TD', children));

test('lines of their own are parted, and what is pressed or only read out is left out', () => {
  const goods = part('UL', [part('LI', ['苹果 ', part('SPAN', ['5 斤']), ' × 2']), part('LI', ['小米 × 1'])]);
  expect(cell(goods)).toBe('苹果 5 斤 × 2 · 小米 × 1');
  expect(cell(part('A', ['洛川苹果']), part('SPAN', ['北国合作社'], 'block text-sm'))).toBe('洛川苹果 · 北国合作社');
  expect(cell('待发货 ', part('BUTTON', ['发货']), part('SPAN', ['选择'], 'sr-only'), part('svg', ['x']))).toBe(
    '待发货',
  );
});

test('money and numbers alone are figures, whatever the eye reads between their digits', () => {
  const yuan = (shown: string) => part('SPAN', [part('SPAN', [`${shown}元`], 'sr-only'), part('SPAN', ['¥', shown])]);
  expect(cell(yuan('1,234.50'))).toBe('1234.50');
  expect(cell('-', '¥', '0.05')).toBe('-0.05');
  expect(cell('12,345')).toBe('12345');
  expect(cell('500g ', yuan('9.90'))).toBe('500g ¥9.90');
  expect(cell('26112312345678')).toBe('26112312345678');
});

test('what is folded away is left out, what is unfolded is not', () => {
  const reasons = [part('SUMMARY', ['两条理由']), part('P', ['甲']), '乙'];
  expect(cell(part('DETAILS', reasons))).toBe('两条理由');
  expect(cell(part('DETAILS', reasons, '', undefined, ''))).toBe('两条理由 · 甲 · 乙');
});

test('a moment is written by the clock of Beijing, and a day stays that day', () => {
  expect(cell(part('TIME', ['2026年11月24日 01:00'], '', '2026-11-23T17:00:00.000Z'))).toBe('2026-11-24 01:00');
  expect(cell(part('TIME', ['2026年11月24日'], '', '2026-11-24'))).toBe('2026-11-24');
  expect(cell('—')).toBe('—');
});
