import {
  Badge,
  EmptyState,
  ErrorState,
  formatDate,
  formatMoney,
  Table,
  TextField,
  useApi,
  useLocale,
  type Column,
  type Output,
  type Tone,
} from '@xihuo/ui';
import { useState } from 'react';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import { calendarLines } from './calendar-words';
import { mapLines, type Names } from './map-words';
import { Waiting } from './reading';
import { RecordPage } from './record-page';
import { useRuleWords } from './rule-words';

type Setting = Output<'GET /settings'>['data'][number];

const tones: Record<Setting['status'], Tone> = {
  ...{ inForce: 'good', coming: 'attention', past: 'neutral', proposed: 'info' },
};

/** Of everything that settings speak of; a province by the two digits its codes begin with. */
function useNames(): Names {
  const t = useT();
  const locale = useLocale();
  const provinces = useApi('GET /regions', {}, { staleTime: Infinity }).data?.data ?? [];
  return {
    category: (key) => t(`category.${key}` as 'category.fruit'),
    grade: (key) => t(`rule.grade.${key}` as 'rule.grade.first'),
    process: (key) => t(`process.${key}` as 'process.grading'),
    province: (key) => provinces.find(({ code }) => code.startsWith(key))?.name ?? key,
    yuan: (fen) => formatMoney({ amount: String(fen), currency: 'CNY' }),
    ...{ others: t('rule.others'), then: t('rule.then'), between: locale === 'en' ? ', ' : '、' },
  };
}

/** A number with what it counts; a rule in words, line by line. */
function useValueOf() {
  const t = useT();
  const locale = useLocale();
  const wordsOf = useRuleWords();
  const names = useNames();
  return (setting: Setting): string => {
    const lines =
      wordsOf(setting) ??
      mapLines(setting.key, setting.value, names) ??
      calendarLines(setting.key, setting.value, {
        day: (day) => formatDate(day, locale),
        range: (from, to) => t('settings.fromTo', { from, to }),
        ...{ then: names.then, between: names.between, worked: t('settings.workedInExchange') },
      });
    if (lines !== null) return lines.join('\n');
    const { value, unit } = setting;
    const numbers = [value].flat().filter((one) => typeof one === 'number');
    if (numbers.length === 0) return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
    const count = numbers.length === 1 ? numbers[0]! : null;
    if (count === null) return t('settings.daysEach', { days: numbers.join(locale === 'en' ? ', ' : '、') });
    if (unit === 'basisPoints') return `${count / 100}%`;
    if (unit === 'fen') return formatMoney({ amount: String(count), currency: 'CNY' });
    if (unit === 'bytes') return t('settings.bytes', { count: count / 1_048_576 });
    if (unit === 'pixels') return t('settings.pixels', { count: count / 10_000 });
    return unit === null || unit === 'count' ? String(count) : t(`settings.${unit}`, { count });
  };
}

/** What each setting is called, what it says, when it holds and where it comes from. */
function useColumns(): Column<Setting>[] {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const valueOf = useValueOf();
  const termOf = ({ effectiveFrom, effectiveTo }: Setting) => {
    const from = formatDate(effectiveFrom, locale);
    return effectiveTo
      ? t('settings.fromTo', { from, to: formatDate(effectiveTo, locale) })
      : t('settings.since', { date: from });
  };
  return [
    {
      id: 'name',
      header: t('settings.name'),
      rowHeader: true,
      cell: (row) => (
        <span className="block sm:max-w-72">
          {name(row.name)}
          <code className="block text-xs font-normal break-all text-ink-faint">{row.key}</code>
        </span>
      ),
    },
    {
      id: 'value',
      header: t('settings.value'),
      cell: (row) => (
        <span className="block max-w-[min(20rem,55vw)] wrap-anywhere whitespace-pre-wrap numeric">{valueOf(row)}</span>
      ),
    },
    {
      id: 'term',
      header: t('settings.term'),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={tones[row.status]}>{t(`settings.${row.status}`)}</Badge>
          {termOf(row)}
        </span>
      ),
    },
    {
      id: 'source',
      header: t('settings.source'),
      cell: (row) => <span className="block max-w-[36em]">{row.source}</span>,
    },
  ];
}

/** Every number the platform decides by, with the days it is in force and where it comes from. */
export function SettingsPage() {
  const t = useT();
  const locale = useLocale();
  const columns = useColumns();
  const [sought, setSought] = useState('');
  const { data, error, refetch } = useApi('GET /settings', {});
  const fits = (one: Setting) =>
    [one.key, one.name.zh, one.name.en, one.source].some((text) =>
      text.toLowerCase().includes(sought.trim().toLowerCase()),
    );
  const rows = data?.data.filter(fits) ?? [];
  return (
    <RecordPage title={t('nav.settings')} lead={t('settings.lead')} data="/settings" printed>
      {!data && (error ? <ErrorState problem={error} onRetry={() => void refetch()} /> : <Waiting />)}
      {data && (
        <>
          <div className="mb-4 max-w-96 print:hidden">
            <TextField
              label={t('settings.search')}
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
          </div>
          <p className="mb-2 text-sm text-ink-faint">{t('settings.asOf', { date: formatDate(data.asOf, locale) })}</p>
          {rows.length === 0 ? (
            <EmptyState title={t('settings.empty')} />
          ) : (
            <Table
              caption={t('nav.settings')}
              rows={rows}
              rowKey={(row) => `${row.key} ${row.effectiveFrom} ${row.status}`}
              columns={columns}
            />
          )}
        </>
      )}
    </RecordPage>
  );
}
