import type { Translation } from '@xihuo/ui';
import type { edge as zh } from '../zh-CN/edge';

export const edge: Translation<typeof zh> = {
  'elder.name': 'Large type',
  'nav.record': 'Public record',
  'nav.standards': 'Admission standards',
  'site.name': 'Xihuo 西货',
  'site.strap': 'Western goods to the East',
  'nav.allProducts': 'All goods',
  'nav.register': 'Register of admitted suppliers',
  'nav.lots': 'Look up a lot',
  'page.failed': 'The page did not open',
  'notFound.text': 'The link may be incomplete, or the page has moved.',
  'home.shop': 'Shop the West',
  'spec.origin': 'Origin',
};
