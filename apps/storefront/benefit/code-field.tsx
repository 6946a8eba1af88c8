import { phoneCodes, TextField } from '@xihuo/ui';
import { useT } from './words';

/** The six digits that came to a phone. */
export function CodeField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const t = useT();
  return (
    <TextField
      label={t('farmer.code')}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      className="numeric min-h-15! text-2xl! tracking-[0.4em]"
      value={value}
      onChange={(event) => onChange(phoneCodes.digitsOf(event.target.value, 6))}
    />
  );
}
