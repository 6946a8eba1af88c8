import type { InputOf } from '@xihuo/contract';

export type RegisterFilter = Omit<InputOf<'GET /register/suppliers'>['query'], 'cursor' | 'limit'>;

/** The measure that makes a standing: whoever asks for one standing reads along the open measures, not along everybody. */
export const MEASURE_OF = {
  warned: 'warning',
  rectifying: 'rectification',
  suspended: 'suspension',
  exited: 'exit',
} as const;

/** First and last code of a province's or a prefecture's counties: `620000` binds two digits, `620500` four. */
export function countiesIn(code: string): { from: string; to: string } {
  const binding = code.replace(/(00)+$/, '');
  return { from: binding.padEnd(6, '0'), to: binding.padEnd(6, '9') };
}
