import { Card, Checkbox, TextArea, TextField, useLocale } from '@xihuo/ui';
import { useT } from '../../words';
import type { Finding, TextName, Typed } from './typed';

interface WordsProps {
  typed: Typed;
  findings: readonly Finding[];
  locked: boolean;
  set: (some: Partial<Typed>) => void;
}

/** What each field may hold; the contract judges it. */
const LENGTHS: Record<TextName, number> = {
  ...{ taglineZh: 40, taglineEn: 90, descriptionZh: 2_000, descriptionEn: 4_000 },
  ...{ storageNoteZh: 200, storageNoteEn: 400 },
};
const SHORT: readonly TextName[] = ['taglineZh', 'taglineEn'];
const NAMES = Object.keys(LENGTHS) as TextName[];

/** The words of a listing in both languages; what was found in a field stands under it. */
export function WordsFields({ typed, findings, locked, set }: WordsProps) {
  const t = useT();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <Card title={t('listingForm.words')}>
      <div className="flex flex-col gap-4">
        {NAMES.map((name) => {
          const blocked = findings.filter(({ field, weight }) => field === name && weight === 'blocks');
          const common = {
            label: t(`changeField.${name}`),
            optional: true,
            maxLength: LENGTHS[name],
            value: typed[name],
            disabled: locked,
            lang: name.endsWith('Zh') ? 'zh-CN' : 'en',
            error:
              blocked.length === 0
                ? null
                : blocked
                    .map(({ word, fix }) => `「${word}」${language === 'en' ? ': ' : '：'}${fix[language]}`)
                    .join(language === 'en' ? '; ' : '；'),
          };
          return SHORT.includes(name) ? (
            <TextField key={name} {...common} onChange={(event) => set({ [name]: event.target.value })} />
          ) : (
            <TextArea
              key={name}
              {...common}
              rows={name.startsWith('description') ? 5 : 2}
              onChange={(event) => set({ [name]: event.target.value })}
            />
          );
        })}
      </div>
    </Card>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** When it is harvested, and how fresh it arrives. */
export function SeasonFields({
  typed,
  locked,
  set,
  daysMalformed,
}: Omit<WordsProps, 'findings'> & { daysMalformed: boolean }) {
  const t = useT();
  const toggle = (month: number) =>
    set({
      harvestMonths: typed.harvestMonths.includes(month)
        ? typed.harvestMonths.filter((one) => one !== month)
        : [...typed.harvestMonths, month].sort((one, other) => one - other),
    });
  return (
    <Card title={t('listingForm.season')}>
      <fieldset disabled={locked}>
        <legend className="font-medium">{t('changeField.harvestMonths')}</legend>
        <div className="grid grid-cols-3 gap-x-4 sm:grid-cols-6">
          {MONTHS.map((month) => (
            <Checkbox key={month} checked={typed.harvestMonths.includes(month)} onChange={() => toggle(month)}>
              {t('listingForm.month', { month })}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className="mt-3 max-w-sm">
        <TextField
          label={t('changeField.minimumRemainingDays')}
          hint={t('listingForm.remainingHint')}
          optional
          inputMode="numeric"
          disabled={locked}
          value={typed.minimumRemainingDays}
          error={daysMalformed ? t('listingForm.daysMalformed') : null}
          onChange={(event) => set({ minimumRemainingDays: event.target.value })}
        />
      </div>
    </Card>
  );
}
