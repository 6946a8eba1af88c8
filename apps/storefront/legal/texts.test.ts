import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mine as en } from '../i18n/en/mine';
import { legal as zhLegal } from '../i18n/zh-CN/legal';
import { legal as enLegal } from '../i18n/en/legal';
import { mine as zh } from '../i18n/zh-CN/mine';
import { SECTIONS } from './sections';
import { TEXTS } from './texts';

/** As it is written: the web takes nothing but types from the contract. */
const contract = readFileSync(join(__dirname, '../../../libs/contract/identity/account-names.ts'), 'utf8');

test('what people agree to here is what the server takes down', () => {
  for (const [kind, { version, since }] of Object.entries(TEXTS))
    expect(contract).toContain(`  ${kind}: { version: '${version}', since: '${since}' },`);
});

test('as many days are said as can be taken back', () => {
  const days = /DELETION_COOLING_DAYS = (\d+);/.exec(contract)![1]!;
  for (const said of [zh['deletion.cooling'], zhLegal['privacy.deletion.text']]) expect(said).toContain(`${days} 天`);
  for (const said of [en['deletion.cooling'], enLegal['privacy.deletion.text']]) expect(said).toMatch(/seven days/);
});

test('every section of a text has its heading and its words', () => {
  for (const [text, sections] of Object.entries(SECTIONS))
    for (const section of sections)
      for (const part of ['title', 'text']) expect(Object.keys(zhLegal)).toContain(`${text}.${section}.${part}`);
});
