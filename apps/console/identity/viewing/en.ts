import type { zh } from './zh-CN';

export const en: Record<keyof typeof zh, string> = {
  'viewing.begin': 'View as this supplier',
  'viewing.lead':
    'For thirty minutes you see the console as the people of {name} see it: to read only, with nothing done or downloaded, and sealed values such as receivers not shown. They are told at once, with your reason.',
  'viewing.reason': 'Reason',
  'viewing.reasonHint': 'They will read it, for instance: called because they cannot find a delivery note',
  'viewing.bar': 'Looking on: {name}',
  'viewing.until': 'Ends by itself at {time}',
  'viewing.buttons': 'Buttons are as they see them; pressed, they do nothing',
  'viewing.end': 'Look no longer',
  'viewing.mark': 'Looking on · {name} · {person}',
};
