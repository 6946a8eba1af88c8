import { useState, type KeyboardEvent } from 'react';
import { useUiT } from '../i18n/translate';
import { classes } from './classes';
import { quantityByKey, quantityTyped } from './quantity';

interface NumberStepperProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  size?: 'small' | 'normal';
}

const knob =
  'min-h-target min-w-target text-xl leading-none hover:bg-sunken disabled:text-line-strong disabled:hover:bg-transparent';

/**
 * A quantity with minus and plus; arrow keys, page keys, Home and End and typing all respect min and max. What is typed counts when the
 * field is left or Enter is pressed, so that nobody buys 1 on the way to 12.
 */
export function NumberStepper({ label, value, onChange, min = 1, max, size = 'normal' }: NumberStepperProps) {
  const t = useUiT();
  const range = { min, max: max ?? Number.MAX_SAFE_INTEGER };
  const [typed, setTyped] = useState<string>();
  const put = (next: number) => {
    setTyped(undefined);
    if (next !== value) onChange(next);
  };
  const take = () => put(quantityTyped(typed, value, range));
  /** From what stands there, typed or not, and into the range where it is out of it; answers whether it was such a key. */
  const step = (key: string) => {
    const next = quantityByKey(key, quantityTyped(typed, value, range), range);
    if (next !== undefined) put(next);
    return next !== undefined;
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take();
    else if (step(event.key)) event.preventDefault();
  };
  return (
    <div className="inline-flex items-stretch overflow-hidden rounded-md border border-line-strong bg-surface">
      {/* Whoever works by keys has the arrows in the field itself. */}
      <button
        type="button"
        tabIndex={-1}
        className={knob}
        disabled={value <= range.min}
        aria-label={t('ui.decrease')}
        onClick={() => step('ArrowDown')}
      >
        −
      </button>
      <input
        role="spinbutton"
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={range.min}
        aria-valuemax={max}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={take}
        onKeyDown={press}
        className={classes(
          'numeric border-x border-line bg-transparent text-center outline-offset-[-3px]',
          size === 'small' ? 'w-12' : 'w-16',
        )}
      />
      <button
        type="button"
        tabIndex={-1}
        className={knob}
        disabled={value >= range.max}
        aria-label={t('ui.increase')}
        onClick={() => step('ArrowUp')}
      >
        +
      </button>
    </div>
  );
}
