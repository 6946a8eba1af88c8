import type { Translation } from '@xihuo/ui';
import type { trail as zh } from '../zh-CN/trail';

export const trail: Translation<typeof zh> = {
  'menu.trail': 'Audit trail',
  'trail.lead':
    'Every step of admission in your jurisdiction: who, when, what, before and after, by which request; refused attempts and every opening of sealed data among them. Read only.',
  'trail.views': 'What to see',
  'trail.refused': 'Refused attempts',
  'trail.at': 'When',
  'trail.who': 'Who',
  'trail.what': 'What',
  'trail.supplier': 'Supplier',
  'trail.change': 'Before and after',
  'trail.before': 'Before',
  'trail.after': 'After',
  'trail.request': 'Request',
  'trail.position': 'Place in the chain',
  'trail.unsealed': 'Not sealed yet',
  'trail.show': 'Show',
  'trail.guest': 'Member of the public',
  'trail.machine': 'System',
  'trail.wasRefused': 'Refused',
  'trail.none': 'Nothing yet',
  'trail.noneText': 'Once somebody does something in your jurisdiction, it stands here line by line.',
  'trail.ofSupplier': 'Audit trail of this supplier',
  'trail.all': 'The whole jurisdiction',
  'history.done': 'What was done',
  'history.none': 'Nothing has been done yet.',
  'history.other': 'someone outside your organisation',
};
