import { TextField } from '@xihuo/ui';
import { useT } from '../../words';

export interface TypedTerms {
  minimum: string;
  step: string;
}

/** Null where they are no numbers, or the minimum is no multiple of the step. */
export function termsOf({ minimum, step }: TypedTerms): { minimumOrderPacks: number; orderStepPacks: number } | null {
  const [minimumOrderPacks, orderStepPacks] = [Number(minimum), Number(step)];
  const whole = [minimum, step].every((one) => /^[1-9]\d{0,4}$/.test(one));
  return whole && minimumOrderPacks % orderStepPacks === 0 ? { minimumOrderPacks, orderStepPacks } : null;
}

/** How many packs a business orders at least, and in which multiples. */
export function TermsFields({
  terms,
  tried,
  onChange,
}: {
  terms: TypedTerms;
  tried: boolean;
  onChange: (terms: TypedTerms) => void;
}) {
  const t = useT();
  const digits = (value: string) => value.normalize('NFKC').replace(/\D/g, '').slice(0, 5);
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <TextField
        label={t('packs.minimum')}
        inputMode="numeric"
        className="numeric"
        value={terms.minimum}
        error={tried && termsOf(terms) === null ? t('packs.termsMalformed') : null}
        onChange={(event) => onChange({ ...terms, minimum: digits(event.target.value) })}
      />
      <TextField
        label={t('packs.step')}
        inputMode="numeric"
        className="numeric"
        value={terms.step}
        onChange={(event) => onChange({ ...terms, step: digits(event.target.value) })}
      />
    </div>
  );
}
