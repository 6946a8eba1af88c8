import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { en } from '../i18n/en';
import { zh } from '../i18n/zh-CN';
import { Changes, useRuleLines } from './rule-value';
import { Node, ValueEditor } from './value-editor';
import type { Json } from './value-tree';

i18n.load({ 'zh-CN': zh as never, en: en as never });
i18n.activate('zh-CN');
const drawn = (node: ReactNode) => renderToStaticMarkup(<I18nProvider i18n={i18n}>{node}</I18nProvider>);
const editor = (setting: string, value: Json) =>
  drawn(<ValueEditor setting={setting} label="新数值" value={value} onChange={() => undefined} />);

test('a list of numbers has a field each, in what they count, with a way to take each out', () => {
  const html = editor('admission.expiryReminderDays', [30, 7]);
  expect(html.match(/<input/g)).toHaveLength(2);
  expect(html).toContain('value="30"');
  expect(html.match(/移除<|移除 \d/g)?.length).toBeGreaterThanOrEqual(2);
  expect(editor('trace.deliveryYieldBp', { '*': 9_550 })).toContain('value="95.5"');
});

test('a rule has its parts by name and chooses among what it knows', () => {
  const html = editor('admission.signalRule.complaints', { mode: 'rate', steps: [{ at: 300, measure: 'case' }] });
  for (const word of ['计算方式', '比率', '触发档位', '立案核查', 'value="3"']) expect(html).toContain(word);
});

test('a number whose measure changes is another field, so that what it shows is what is sent', () => {
  const rule = (mode: string) => ({ mode, steps: [{ at: 300, measure: 'case' }] });
  const field = (mode: string) =>
    Node({
      ...{ setting: 'admission.signalRule.complaints', root: rule(mode), value: 300, path: ['steps', '1', 'at'] },
      ...{ label: '', onChange: () => undefined },
    });
  expect(field('rate').key).not.toBe(field('sum').key);
  expect(field('days').key).toBe(field('sum').key);
});

test('a change is read in words, old and new', () => {
  const html = drawn(<Changes setting="trace.grades" before={{ fruit: ['first'] }} after={{ fruit: ['second'] }} />);
  for (const word of ['水果', '一级', '二级']) expect(html).toContain(word);
});

function Lines({ setting, value }: { setting: string; value: Json }) {
  return <p>{useRuleLines()(setting, value)}</p>;
}

test('each language has its own signs around what is counted and before what is said', () => {
  const both = () => [
    editor('trace.deliveryYieldBp', { fruit: 9_550 }),
    drawn(<Lines setting="trace.deliveryYieldBp" value={{ fruit: 9_550 }} />),
  ];
  expect(both()).toEqual([expect.stringContaining('水果（%）'), '<p>水果：95.5%</p>']);
  i18n.activate('en');
  expect(both()).toEqual([expect.stringContaining('Fruit (%)'), '<p>Fruit: 95.5%</p>']);
  i18n.activate('zh-CN');
});
