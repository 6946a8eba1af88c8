import { phoneCodes, TextField } from '@xihuo/ui';
import type { ComponentProps } from 'react';

const DIGITS = 6;
/** Six digits, as an authenticator app shows them. */
export const isFactorCode = (typed: string): boolean => /^\d{6}$/.test(typed);

interface FactorCodeProps extends Omit<ComponentProps<typeof TextField>, 'onChange' | 'value'> {
  value: string;
  onCode: (code: string) => void;
}

/** Where it is typed; apps show it in two groups, which may come with what is pasted. */
export function FactorCode({ onCode, className = '', ...field }: FactorCodeProps) {
  return (
    <TextField
      {...field}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={8}
      className={`numeric ${className}`}
      onChange={(event) => onCode(phoneCodes.digitsOf(event.target.value, DIGITS))}
    />
  );
}
