import type { InputOf } from '@xihuo/contract';

export type RegisterFilter = Omit<InputOf<'GET /register/suppliers'>['query'], 'cursor' | 'limit'>;

/** The measure that makes a standing: whoever asks for one standing reads along the open measures, not along everybody. */
export const MEASURE_OF = {
  warned: 'warning',
  rectifying: 'rectification',
  suspended: 'suspension',
  exited: 'exit',
} as const;

/** The measures that make a stricter standing. */
export const STRICTER: Readonly<Record<keyof typeof MEASURE_OF, readonly string[]>> = {
  warned: ['rectification', 'suspension', 'exit'],
  rectifying: ['suspension', 'exit'],
  suspended: ['exit'],
  exited: [],
};

/** First and last code of a province's or a prefecture's counties: `620000` binds two digits, `620500` four. */
export function countiesIn(code: string): { from: string; to: string } {
  const binding = code.replace(/(00)+$/, '');
  return { from: binding.padEnd(6, '0'), to: binding.padEnd(6, '9') };
}

/** Whether somebody typed a whole unified social credit code; which digits are right does not matter for looking one up. */
export function isCode(typed: string): boolean {
  return /^[0-9a-z]{18}$/i.test(typed);
}

/** Whether somebody pasted the number that a supplier's own address in the register ends with. */
export function isRegisterId(typed: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(typed);
}
