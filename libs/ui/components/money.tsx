import type { money } from '@xihuo/kernel';
import { moneyParts } from '../i18n/format';
import { useUiT } from '../i18n/translate';
import { classes } from './classes';

const sizes = { normal: '', price: 'text-xl font-semibold', large: 'text-3xl font-semibold' } as const;

interface MoneyProps {
  value: money.MoneyWire;
  size?: keyof typeof sizes;
  /** Cinnabar is kept for the price one is asked to pay. */
  accent?: boolean;
}

/** ¥1,234.50 to the eye, “1,234.50元” to the ear. */
export function Money({ value, size = 'normal', accent }: MoneyProps) {
  const t = useUiT();
  const { sign, yuan, fen } = moneyParts(value.amount);
  return (
    <span className={classes('numeric whitespace-nowrap', sizes[size], accent && 'text-cinnabar')}>
      <span className="sr-only">{t('ui.moneyPhrase', { yuan: `${sign}${yuan}.${fen}` })}</span>
      <span aria-hidden>
        {sign}
        <span className={size === 'normal' ? '' : 'me-px text-[0.7em]'}>¥</span>
        {yuan}
        <span className={size === 'normal' ? '' : 'text-[0.7em]'}>.{fen}</span>
      </span>
    </span>
  );
}
