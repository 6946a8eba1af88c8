import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { framedModules, LOST, wholePage } from './whole-pages';

const storefront = join(__dirname, '..');

test.each([
  ['', 'catalogue/home-page.tsx', undefined],
  ['products', 'catalogue/products-page.tsx', undefined],
  ['p/:slug', 'catalogue/product-page.tsx', 'GET /products/{slug}'],
  ['venues', 'channel/venues-page.tsx', undefined],
  ['venues/:slug', 'channel/venue-page.tsx', 'GET /venues/{slug}'],
  ['campaigns', 'channel/campaigns-page.tsx', undefined],
  ['campaigns/:slug', 'channel/campaign-page.tsx', 'GET /campaigns/{slug}'],
  ['fairs', 'channel/fairs-page.tsx', undefined],
  ['brands', 'channel/brands-page.tsx', undefined],
  ['brands/:slug', 'channel/brand-page.tsx', 'GET /brands/{slug}'],
  ['register', 'admission/register-page.tsx', undefined],
  ['register/measures', 'admission/measures-page.tsx', undefined],
  ['register/measures/:id', 'admission/measure-page.tsx', 'GET /register/measures/{id}'],
  ['register/exits', 'admission/exits-page.tsx', undefined],
  ['suppliers/:id', 'admission/supplier-page.tsx', 'GET /suppliers/{id}'],
  ['public', 'admission/public-record-page.tsx', undefined],
  ['notices', 'admission/notices-page.tsx', undefined],
  ['notices/:id', 'admission/notice-page.tsx', 'GET /public-notices/{id}'],
  ['standards', 'admission/standards-page.tsx', undefined],
  ['standards/:version', 'admission/standard-page.tsx', 'GET /standards/{standard}'],
  ['settings', 'admission/settings-page.tsx', undefined],
  ['catalogue-editions', 'admission/editions-page.tsx', undefined],
  ['catalogue-editions/:number', 'admission/edition-page.tsx', 'GET /catalogue/editions/{number}'],
  ['recognitions', 'admission/recognitions-page.tsx', undefined],
  ['recognitions/:id', 'admission/recognition-page.tsx', 'GET /recognitions/{id}'],
  ['privacy', 'legal/legal-page.tsx', undefined],
  ['terms', 'legal/legal-page.tsx', undefined],
])('/%s is drawn whole, with its script and its words', (path, module, about) => {
  const page = wholePage(`/${path}`, { path, handle: ['record', 'afterSale'] })!;
  expect([page.document, page.modules[0], page.about]).toEqual(['index.html', module, about]);
  expect(page.modules.slice(1)).toEqual(['i18n/{locale}/record.ts', 'i18n/{locale}/after-sale.ts']);
  const files = [...page.modules, ...page.english].map((name) => name.replace('{locale}', 'zh-CN'));
  expect(files.filter((name) => !existsSync(join(storefront, name)))).toEqual([]);
});

test('a lot and the farm households have documents of their own, and what is somebody’s is not drawn', () => {
  for (const address of ['/lots/S001-P0006-261130', '/farmer'])
    for (const name of wholePage(address, {})!.english)
      expect([name, existsSync(join(storefront, name))]).toEqual([name, true]);
  expect(wholePage('/lots/S001-P0006-261130', {})).toMatchObject({ document: 'lot.html', about: 'GET /lots/{code}' });
  expect(wholePage('/farmer', { path: '*' })).toMatchObject({ document: 'farmer.html' });
  for (const path of ['cart', 'checkout', 'orders', 'orders/:id', 'account', 'pay/:id', 'lots'])
    expect([path, wholePage(`/${path}`, { path })]).toEqual([path, undefined]);
  expect(wholePage('/no/such/page', { path: '*' })).toBe(LOST);
});

test('every page of the shop is named with the script that its route fetches', () => {
  const source = readFileSync(join(storefront, 'routes.tsx'), 'utf8');
  const routes = source.matchAll(/(?:index: true|path: '([^']+)'),\s*\.\.\.page\(\s*\(\) => import\('\.\/([^']+)'\)/g);
  const named = [...routes].map(([, path = '', module]) => [path, `${module}.tsx`]);
  expect(named.length).toBeGreaterThan(50);
  // A lot is a document of its own; within the shop its page is reached by a link.
  for (const [path, module] of named.filter(([one]) => one !== 'lots/:code'))
    expect([path, framedModules({ path: path! })[0]]).toEqual([path, module]);
});
