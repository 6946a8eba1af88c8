import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { zh } from '../i18n/zh-CN';
import { useSettingValue } from './parts';
import { Changes } from './rule-value';
import type { Json } from './value-tree';
import { YearEditor } from './year-editor';

i18n.load({ 'zh-CN': zh as never });
i18n.activate('zh-CN');
const drawn = (node: ReactNode) => renderToStaticMarkup(<I18nProvider i18n={i18n}>{node}</I18nProvider>);
const newYear = { name: '元旦', from: '2027-01-01', to: '2027-01-03' };
const autumn = { name: '中秋节', from: '2027-09-15', to: '2027-09-15' };

test('a year is typed holiday by holiday, each with its days, and the weekends that are worked', () => {
  const html = drawn(
    <YearEditor value={{ rests: [newYear, autumn], worked: ['2027-02-13'] }} onChange={() => undefined} />,
  );
  expect(html.match(/type="date"/g)).toHaveLength(5);
  expect(html.match(/移除 (元旦|中秋节|2027年2月13日)"/g)).toHaveLength(3);
});

test('it is read as its notice is, and what a proposal says otherwise line by line', () => {
  function Said({ of }: { of: Json }) {
    return <p>{useSettingValue()({ key: 'calendar.2027', unit: null, value: of })}</p>;
  }
  const said = drawn(<Said of={{ rests: [newYear, autumn], worked: ['2027-02-13'] }} />);
  for (const line of ['元旦：', '（3 天）', '中秋节：', '（1 天）', '调休上班：']) expect(said).toContain(line);
  const before = { rests: [newYear, autumn], worked: [] };
  const after = { rests: [{ ...newYear, to: '2027-01-02' }, autumn], worked: ['2027-02-13'] };
  const html = drawn(<Changes setting="calendar.2027" before={before} after={after} />);
  expect(html.match(/<del>元旦[^<]*（3 天）/g)).toHaveLength(1);
  expect(html.match(/<ins [^>]*>(元旦[^<]*（2 天）|调休上班)/g)).toHaveLength(2);
  expect(html).not.toContain('中秋节');
});
