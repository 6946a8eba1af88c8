import { Button, Group, Input, NumberField } from 'react-aria-components';
import { useUiT } from '../i18n/translate';
import { classes } from './classes';

interface NumberStepperProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  size?: 'small' | 'normal';
}

const knob =
  'min-h-target min-w-target text-xl leading-none hover:bg-sunken disabled:text-line-strong disabled:hover:bg-transparent';

/** A quantity with minus and plus; arrow keys, page keys, wheel and typing all respect min, max and step. */
export function NumberStepper({ label, value, onChange, min = 1, max, step = 1, size = 'normal' }: NumberStepperProps) {
  const t = useUiT();
  return (
    <NumberField
      aria-label={label}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(next) => {
        // An emptied field is NaN: keep the last quantity rather than order nothing.
        if (Number.isInteger(next)) onChange(next);
      }}
    >
      <Group className="inline-flex items-stretch overflow-hidden rounded-md border border-line-strong bg-surface">
        <Button slot="decrement" className={knob} aria-label={t('ui.decrease')}>
          −
        </Button>
        <Input
          className={classes(
            'numeric border-x border-line bg-transparent text-center outline-offset-[-3px]',
            size === 'small' ? 'w-12' : 'w-16',
          )}
        />
        <Button slot="increment" className={knob} aria-label={t('ui.increase')}>
          +
        </Button>
      </Group>
    </NumberField>
  );
}
