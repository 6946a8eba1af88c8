import {
  formatBasisPoints,
  formatDate,
  formatDateTime,
  formatMoney,
  formatNumber,
  makeUseT,
  needWords,
  type Locale,
  type Output,
} from '@xihuo/ui';
import { changed } from '../i18n/zh-CN/changed';

export type Change = Output<'GET /history/{kind}/{id}'>['data'][number]['changes'][number];
type Word = keyof typeof changed;

export const useChangedT = makeUseT<typeof changed>();

const part: Parameters<typeof needWords>[0][number] = {
  zh: () => Promise.resolve(changed),
  en: () => import('../i18n/en/changed').then((module) => module.changed),
};
export const needChanged = () => needWords([part]);

const known = (word: string): Word | null => (Object.hasOwn(changed, word) ? (word as Word) : null);

/** What a field is called; null of one that a newer server tells and this page has no word for. */
export const fieldWord = ({ field }: Pick<Change, 'field'>): Word | null => known(`trail.field.${field}`);

/** What a state is called: a sample is sent elsewhere than money is. @param noun what the action is about */
export const stateWord = (noun: string, state: string): Word | null =>
  known(`trail.state.${noun}.${state}`) ?? known(`trail.state.${state}`);

/** What a field names by a code, where nothing else of the console has a word for it. */
export const valueWord = (value: string): Word | null => known(`trail.value.${value}`);

/** What a value reads like. Words and states are looked up by whoever asks. */
export function valueSaid(as: Change['as'], value: string, locale: Locale): string {
  switch (as) {
    case 'money':
      return formatMoney({ amount: value, currency: 'CNY' });
    case 'number':
      return formatNumber(Number(value), locale);
    case 'share':
      return formatBasisPoints(Number(value), locale);
    case 'day':
      // Kept as a moment by some: half an hour has no day of its own.
      return value.length > 10 ? formatDateTime(value, locale) : formatDate(value, locale);
    case 'moment':
      return formatDateTime(value, locale);
    default:
      return value;
  }
}
