import { Badge, Notice, TextArea } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import type { Review } from './case';
import { resultTones, useLanguage } from './findings-card';
import { FILTERS, overrules, shown, type Filter, type Item, type Tick } from './ticks';
import { Problem } from '../../frame/problem';
import type { Checklist } from './use-checklist';

const RESULTS = ['pass', 'fail', 'notApplicable'] as const;

/** What machines found when it was handed in, or find today. */
function Machine({ says, result, sentence }: { says: string; result: Item['machine']; sentence: string }) {
  const t = useT();
  return (
    <p className="mt-1 text-sm">
      <Badge tone={resultTones[result]}>
        {says}
        {t(`finding.${result}`)}
      </Badge>{' '}
      {sentence}
    </p>
  );
}

function Entry({ item, tick, list }: { item: Item; tick: Tick | undefined; list: Checklist }) {
  const t = useT();
  const language = useLanguage();
  const { criterion } = item;
  const contrary = overrules(item, tick);
  const waits = tick?.result === 'fail' && tick.note.trim() === '';
  return (
    <li className="border-b border-line py-4 last:border-0">
      <fieldset>
        <legend className="w-full">
          <span className="font-medium">{item.name[language]}</span>{' '}
          <span className="text-xs text-ink-faint">
            {criterion} · {t(`criterionKind.${item.kind}`)}
          </span>
        </legend>
        <Machine says={t('desk.machine')} result={item.machine} sentence={item.sentence[language]} />
        {item.today && (
          <Machine says={t('desk.today')} result={item.today.machine} sentence={item.today.sentence[language]} />
        )}
        <details className="text-sm text-ink-soft">
          <summary className="inline-flex min-h-target cursor-pointer items-center text-green">
            {t('desk.rule')}
          </summary>
          {item.rule[language] && <p className="pb-1">{item.rule[language]}</p>}
          <p className="pb-1">
            {t('review.findings.source')}
            {t('list.colon')}
            {item.source}
          </p>
        </details>
        <div className="flex flex-wrap gap-2">
          {RESULTS.map((result) => (
            <label
              key={result}
              className="flex min-h-target cursor-pointer items-center gap-2 rounded-md border border-line-strong px-3 has-checked:border-green has-checked:bg-green-wash"
            >
              <input
                type="radio"
                name={criterion}
                className="size-4 accent-green"
                checked={tick?.result === result}
                onChange={() => {
                  list.choose({ criterion, result, note: tick?.note ?? '' });
                  list.save();
                }}
              />
              {t(`finding.${result}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {tick && (
        <div className="mt-2">
          <TextArea
            label={t('desk.note')}
            optional={!waits && !contrary}
            rows={2}
            maxLength={500}
            value={tick.note}
            hint={waits ? t('desk.noteFirst') : contrary && tick.note.trim() === '' ? t('desk.noteWanted') : undefined}
            onChange={(event) => list.choose({ ...tick, note: event.target.value })}
            onBlur={list.save}
          />
        </div>
      )}
    </li>
  );
}

/** The reviewer's own list: the rule and its source, what machines found, and what this reviewer says. */
export function ChecklistView({ review, list }: { review: Review; list: Checklist }) {
  const t = useT();
  const [filter, setFilter] = useState<Filter>('all');
  const items = shown(review.checklist, list.ticks, filter);
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2" role="group" aria-label={t('desk.filterLabel')}>
        {FILTERS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === filter}
            onClick={() => setFilter(one)}
            className="min-h-target rounded-md border border-line px-3 text-sm text-ink-soft aria-pressed:border-green aria-pressed:bg-green-wash aria-pressed:text-green"
          >
            {t(`desk.filter.${one}`)} <span className="numeric">{shown(review.checklist, list.ticks, one).length}</span>
          </button>
        ))}
      </div>
      {list.merged && <Notice tone="attention" title={t('desk.stale')} />}
      <Problem problem={list.problem} />
      {items.length === 0 && <p className="py-6 text-ink-soft">{t('desk.filterNone')}</p>}
      <ol>
        {items.map((item) => (
          <Entry key={item.criterion} item={item} tick={list.ticks[item.criterion]} list={list} />
        ))}
      </ol>
    </div>
  );
}
