import { formatNumber, useLocale } from '@xihuo/ui';
import { useT } from '../words';

/** A weight as people at the scale say it: 51.25 kg, in Chinese with the jin beside it. */
export function useWeight(): (grams: number) => string {
  const t = useT();
  const locale = useLocale();
  return (grams) =>
    t('weight.both', { kg: formatNumber(grams / 1000, locale, 3), jin: formatNumber(grams / 500, locale, 3) });
}
