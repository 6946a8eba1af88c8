import { Badge, Card, formatDate, useApi, useLocale } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { TwoOf } from '../two-of';
import { useFieldName } from './field-names';
import { differencesOf } from './round-diff';

/** Any two rounds of an application beside each other: what was changed between them. Nothing where there is but one. */
export function RoundsCard({ applicationId }: { applicationId: string }) {
  const t = useT();
  const locale = useLocale();
  const { data } = useApi('GET /admission/applications/{id}/rounds', { params: { id: applicationId } });
  const [chosen, setChosen] = useState<{ from?: number; to?: number }>({});
  const kept = (data?.data ?? []).flatMap(({ form, ...round }) => (form ? [{ ...round, form }] : []));
  if (kept.length < 2) return null;
  const after = kept.find(({ round }) => round === chosen.to) ?? kept.at(-1)!;
  const before = kept.find(({ round }) => round === chosen.from) ?? kept.at(-2)!;
  const choices = kept.map(({ round, submittedAt }) => ({
    value: String(round),
    label: `${t('review.round', { count: round })} · ${formatDate(submittedAt, locale)}`,
  }));
  return (
    <Card title={t('review.rounds')}>
      <TwoOf
        from={String(before.round)}
        to={String(after.round)}
        words={{ from: t('review.rounds.from'), to: t('review.rounds.to') }}
        choices={choices}
        onChoose={({ from, to }) => setChosen({ from: Number(from), to: Number(to) })}
      />
      <Differences before={before.form} after={after.form} />
    </Card>
  );
}

function Differences({ before, after }: { before: object; after: object }) {
  const t = useT();
  const fieldName = useFieldName();
  const found = differencesOf(before, after);
  if (found.length === 0) return <p className="text-ink-soft">{t('review.rounds.same')}</p>;
  return (
    <dl className="grid gap-x-5 gap-y-2 sm:grid-cols-[12em_1fr]">
      {found.map(({ pointer, before: then, after: now, weighty }) => (
        <div key={pointer} className="contents">
          <dt className="text-ink-faint">
            {fieldName(pointer)} {weighty && <Badge tone="attention">{t('review.rounds.weighty')}</Badge>}
          </dt>
          <dd lang="zh-CN" className="min-w-0 break-words">
            {then !== null && <del className="me-2 text-ink-faint">{then}</del>}
            {now !== null && <ins className="no-underline">{now}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
