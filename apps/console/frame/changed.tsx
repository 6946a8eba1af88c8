import { useLocale, type Output } from '@xihuo/ui';
import { zh } from '../i18n/zh-CN';
import { Changes } from '../registry/rule-value';
import type { Json } from '../registry/value-tree';
import { useT } from '../words';
import { fieldWord, stateWord, useChangedT, valueSaid, valueWord, type Change } from './changed-words';

/** What it says is all there is to tell of it. */
const NOTE = 'note.add';

type Line = Output<'GET /history/{kind}/{id}'>['data'][number];

/** What of a thing became otherwise by a deed, old beside new, why, and by which request. @param of its id, of a setting its key */
export function Changed({ line, of }: { line: Line; of: string }) {
  const t = useT();
  const word = useChangedT();
  const changes = line.changes.flatMap((change) => {
    const name = fieldWord(change);
    return name === null ? [] : [{ change, name: word(name) }];
  });
  return (
    <div className="flex max-w-[52em] flex-col gap-1 text-sm">
      {changes.length > 0 && (
        <dl className="flex flex-col gap-1">
          {changes.map(({ change, name }, at) => (
            <div key={`${change.field} ${at}`} className="flex flex-wrap gap-x-2">
              <dt className="text-ink-faint">
                {name}
                {change.of !== null && ` · ${change.of}`}
                {t('list.colon')}
              </dt>
              <dd className="min-w-0">
                <BeforeAfter change={change} noun={line.action.split('.')[0]!} of={of} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {line.note !== null && (
        <p className="wrap-anywhere whitespace-pre-wrap">
          {line.action !== NOTE && `${word('trail.why')}${t('list.colon')}`}
          {line.note}
        </p>
      )}
      <p className="text-xs text-ink-faint">
        {word('trail.requestId')}
        {t('list.colon')}
        <code className="break-all">{line.requestId}</code>
      </p>
    </div>
  );
}

function BeforeAfter({ change: { as, field, before, after }, noun, of }: { change: Change; noun: string; of: string }) {
  const word = useChangedT();
  const said = useSaid(noun);
  if (as === 'rule') return <Changes setting={of} before={rule(before)} after={rule(after)} />;
  return (
    <span className="numeric flex flex-wrap gap-x-2 wrap-anywhere" data-field={field}>
      {before.length > 0 && (
        <>
          <span className="sr-only">{word('trail.was')}</span>
          <del className="line-clamp-4">{said(as, before)}</del>
          <span aria-hidden>→</span>
          <span className="sr-only">{word('trail.isNow')}</span>
        </>
      )}
      <ins className="line-clamp-4 font-semibold no-underline">
        {after.length > 0 ? said(as, after) : word('trail.empty')}
      </ins>
    </span>
  );
}

const rule = ([value]: readonly string[]): Json => (value === undefined ? [] : (JSON.parse(value) as Json));

/** Where the console has words for what fields name by a code. */
const PLACES = ['category.', 'storage.', 'role.'] as const;

function useSaid(noun: string): (as: Change['as'], values: readonly string[]) => string {
  const t = useT();
  const word = useChangedT();
  const locale = useLocale();
  const one = (as: Change['as'], value: string): string => {
    if (as === 'yes') return word(value === 'true' ? 'trail.yes' : 'trail.no');
    if (as === 'state') {
      const state = stateWord(noun, value);
      return state === null ? value : word(state);
    }
    if (as !== 'word') return valueSaid(as, value, locale);
    const own = valueWord(value);
    if (own !== null) return word(own);
    const key = PLACES.map((place) => `${place}${value}`).find((name) => name in zh);
    return key === undefined ? value : t(key as 'category.fruit');
  };
  return (as, values) => values.map((value) => one(as, value)).join(locale === 'en' ? ', ' : '、');
}
