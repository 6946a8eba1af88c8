import { Button, formatDate, TextField, useLocale } from '@xihuo/ui';
import { useT } from '../words';
import { useYearLines, type CalendarYear } from './calendar-year';
import type { Json } from './value-tree';

interface YearEditorProps {
  value: CalendarYear;
  onChange: (value: CalendarYear) => void;
}

/** The notice of a year as it is read: each holiday with its name and days, then the weekends that are worked. */
export function YearEditor({ value, onChange }: YearEditorProps) {
  return (
    <div className="flex flex-col gap-6">
      <Rests value={value} onChange={onChange} />
      <Worked value={value} onChange={onChange} />
    </div>
  );
}

function Rests({ value, onChange }: YearEditorProps) {
  const t = useT();
  const { rests } = value;
  const put = (next: CalendarYear['rests']) => onChange({ ...value, rests: next });
  return (
    <fieldset className="flex flex-col items-start gap-3">
      <legend className="mb-2 font-medium">{t('setting.part.rests')}</legend>
      {rests.map((rest, at) => {
        const field = (part: keyof typeof rest) => ({
          label: t(`setting.part.${part}`),
          value: rest[part],
          onChange: (event: { target: { value: string } }) =>
            put(rests.with(at, { ...rest, [part]: event.target.value })),
        });
        return (
          <div key={at} className="flex w-full flex-wrap items-end gap-2 border-s-2 border-line ps-3">
            <div className="grow basis-full sm:basis-0">
              <TextField maxLength={20} {...field('name')} />
            </div>
            <TextField type="date" {...field('from')} />
            <TextField type="date" {...field('to')} />
            {rests.length > 1 && <TakeOut what={rest.name} onClick={() => put(rests.toSpliced(at, 1))} />}
          </div>
        );
      })}
      <Button look="quiet" onClick={() => put([...rests, { name: '', from: '', to: '' }])}>
        {t('setting.addTo', { name: t('setting.part.rests') })}
      </Button>
    </fieldset>
  );
}

function Worked({ value, onChange }: YearEditorProps) {
  const t = useT();
  const locale = useLocale();
  const { worked } = value;
  const put = (next: CalendarYear['worked']) => onChange({ ...value, worked: next });
  return (
    <fieldset className="flex flex-col items-start gap-3">
      <legend className="mb-2 font-medium">{t('setting.part.worked')}</legend>
      {worked.map((day, at) => (
        <div key={at} className="flex flex-wrap items-end gap-2">
          <TextField
            type="date"
            label={t('setting.calendar.day')}
            value={day}
            onChange={(event) => put(worked.with(at, event.target.value))}
          />
          <TakeOut what={day && formatDate(day, locale)} onClick={() => put(worked.toSpliced(at, 1))} />
        </div>
      ))}
      <Button look="quiet" onClick={() => put([...worked, ''])}>
        {t('setting.addTo', { name: t('setting.part.worked') })}
      </Button>
    </fieldset>
  );
}

function TakeOut({ what, onClick }: { what: string; onClick: () => void }) {
  const t = useT();
  return (
    <Button look="quiet" aria-label={`${t('setting.takeOut')} ${what}`} onClick={onClick}>
      {t('setting.takeOut')}
    </Button>
  );
}

/** What a notice says otherwise than what was thought before, line by line. */
export function YearChanges({ before, after }: { before: Json; after: Json }) {
  const t = useT();
  const linesOf = useYearLines();
  const [old, next] = [linesOf(before).split('\n'), linesOf(after).split('\n')];
  const [gone, come] = [old.filter((line) => !next.includes(line)), next.filter((line) => !old.includes(line))];
  if (gone.length + come.length === 0) return <p className="text-sm text-ink-soft">{t('setting.same')}</p>;
  return (
    <ul className="numeric flex max-w-[52em] flex-col gap-1 rounded-md border border-line px-3 py-2 text-sm">
      {gone.map((line) => (
        <li key={`- ${line}`}>
          <del>{line}</del>
        </li>
      ))}
      {come.map((line) => (
        <li key={`+ ${line}`}>
          <ins className="font-semibold no-underline">{line}</ins>
        </li>
      ))}
    </ul>
  );
}
