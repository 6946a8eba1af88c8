import { formatBasisPoints, formatMoney, formatNumber, useLocale } from '@xihuo/ui';
import { useT } from '../words';
import { yearOf } from './calendar-year';
import { useRuleWord } from './rule-words';
import { changesOf, linesOf, unitAt, type Json, type Line, type Path } from './value-tree';
import { YearChanges } from './year-editor';

function useWhere(): (path: Path) => string {
  const wordOf = useRuleWord();
  return (path) => path.map(wordOf).join(' · ');
}

/** A value within a list or a rule as it is read. */
function useRuleSaid() {
  const t = useT();
  const locale = useLocale();
  const wordOf = useRuleWord();
  return (key: string, root: Json, path: Path, value: Line['value'] | undefined): string => {
    if (value === undefined) return t('setting.nothing');
    const unit = unitAt(key, root, path);
    const said = [value].flat().map((one) => {
      if (typeof one !== 'number') return one === null ? t('setting.unlimited') : wordOf(String(one));
      if (unit === 'basisPoints') return formatBasisPoints(one, locale);
      return unit === 'fen' ? formatMoney({ amount: String(one), currency: 'CNY' }) : formatNumber(one, locale);
    });
    return said.length === 0 ? t('setting.nothing') : said.join(locale === 'en' ? ', ' : '、');
  };
}

/** A list or a rule line by line, in words. */
export function useRuleLines(): (key: string, value: Json) => string {
  const t = useT();
  const whereOf = useWhere();
  const said = useRuleSaid();
  return (key, value) =>
    linesOf(value)
      .map(
        ({ path, value: one }) =>
          `${path.length === 0 ? '' : `${whereOf(path)}${t('list.colon')}`}${said(key, value, path, one)}`,
      )
      .join('\n');
}

interface ChangesProps {
  setting: string;
  before: Json;
  after: Json;
}

/** What a proposal says otherwise than what holds: old and new beside each other. */
export function Changes(props: ChangesProps) {
  return yearOf(props.setting) === null ? <PartChanges {...props} /> : <YearChanges {...props} />;
}

function PartChanges({ setting, before, after }: ChangesProps) {
  const t = useT();
  const whereOf = useWhere();
  const said = useRuleSaid();
  const changes = changesOf(before, after);
  if (changes.length === 0) return <p className="text-sm text-ink-soft">{t('setting.same')}</p>;
  return (
    <dl className="flex max-w-[52em] flex-col gap-2 text-sm">
      {changes.map(({ path, before: was, after: is }) => (
        <div key={path.join('/')} className="rounded-md border border-line px-3 py-2">
          {path.length > 0 && <dt className="text-ink-soft">{whereOf(path)}</dt>}
          <dd className="numeric flex flex-wrap gap-x-3 wrap-anywhere">
            <del>{said(setting, before, path, was)}</del>
            <ins className="font-semibold no-underline">{said(setting, after, path, is)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
