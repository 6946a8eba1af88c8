import type { Translation } from '@xihuo/ui';
import type { frame as zh } from '../zh-CN/frame';

export const frame: Translation<typeof zh> = {
  'nav.privacy': 'Privacy policy',
  'nav.terms': 'Terms of service',
  'ask.no': 'Not now',
  'nav.business': 'Buying for organisations',
  'nav.notices': 'Public notices',
  'nav.editions': 'Recommended catalogue',
  'nav.recognitions': 'Recognised products',
  'nav.measures': 'Measures',
  'nav.exits': 'Exits',
  'nav.settings': 'Rule settings',
  'nav.venues': 'Halls and supply points',
  'nav.campaigns': 'West-goods-East campaigns',
  'nav.fairs': 'Fairs',
  'nav.brands': 'Regional brands',
  'nav.components': 'Components',
  'nav.channels': 'Halls · campaigns',
  'channel.title': 'Where western goods are sold',
  'channel.about.venues': 'Halls of provinces and counties, zones, supply points',
  'channel.about.campaigns': 'Hosted in turn by paired provinces',
  'channel.about.fairs': 'Exhibitions, expos, trade talks',
  'channel.about.brands': 'Who may use a mark, until when',
  'channel.about.business': 'Tier prices, pay on terms, invoices',
  'frame.toTop': 'Back to top',
};
