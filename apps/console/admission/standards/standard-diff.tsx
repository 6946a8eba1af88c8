import { Badge, Card, Select, useApi } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { useCategoryName } from '../products/category';
import { Name } from './criteria-list';
import { diffCriteria, type ComparedField, type Criterion, type StandardDiff } from './standard';

/** What this version changes against another one; against the version before it unless another is chosen. */
export function StandardDifferences({ standard, criteria }: { standard: string; criteria: readonly Criterion[] }) {
  const t = useT();
  const known = useApi('GET /standards', {});
  const others = (known.data?.data ?? []).filter((one) => one.standard !== standard).map((one) => one.standard);
  const earlier = others.find((one) => order(one) < order(standard)) ?? others[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const against = chosen ?? earlier;
  const other = useApi(
    'GET /standards/{standard}',
    { params: { standard: against ?? '' } },
    { enabled: against !== undefined },
  );
  if (against === undefined) return null;
  return (
    <Card
      title={t('diff.title')}
      aside={
        <Select
          label={t('diff.against')}
          labelHidden
          value={against}
          choices={others.map((value) => ({ value, label: t('diff.with', { standard: value }) }))}
          onChange={(event) => setChosen(event.target.value || null)}
        />
      }
    >
      {other.data && <Differences diff={diffCriteria(other.data.list, criteria)} />}
    </Card>
  );
}

function order(standard: string): number {
  const [year = 0, number = 0] = standard.split('-').map(Number);
  return year * 1000 + number;
}

function Differences({ diff }: { diff: StandardDiff }) {
  const t = useT();
  if (diff.added.length + diff.removed.length + diff.changed.length === 0) {
    return <p className="text-ink-soft">{t('diff.none')}</p>;
  }
  return (
    <ul className="divide-y divide-line">
      {diff.added.map((criterion) => (
        <Line key={criterion.id} criterion={criterion} tone="good" word={t('diff.added')} />
      ))}
      {diff.removed.map((criterion) => (
        <Line key={criterion.id} criterion={criterion} tone="bad" word={t('diff.removed')} />
      ))}
      {diff.changed.map(({ before, after, fields }) => (
        <li key={after.id} className="py-3">
          <Head criterion={after} tone="attention" word={t('diff.changed')} />
          <dl className="mt-1 grid gap-x-5 gap-y-1 text-sm sm:grid-cols-[8em_1fr]">
            {fields.map((field) => (
              <div key={field} className="contents">
                <dt className="text-ink-faint">{t(`diff.field.${field}`)}</dt>
                <dd>
                  <del className="me-2 text-ink-faint">
                    <Value criterion={before} field={field} />
                  </del>
                  <ins className="no-underline">
                    <Value criterion={after} field={field} />
                  </ins>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

type LineProps = { criterion: Criterion; tone: 'good' | 'bad' | 'attention'; word: string };

function Head({ criterion, tone, word }: LineProps) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <Badge tone={tone}>{word}</Badge>
      <span className="font-medium">
        <Name criterion={criterion} />
      </span>
      <span className="text-sm text-ink-faint">{criterion.id}</span>
    </p>
  );
}

function Line(props: LineProps) {
  return (
    <li className="py-3">
      <Head {...props} />
      <p lang="zh-CN" className="text-sm text-ink-faint">
        {props.criterion.source}
      </p>
    </li>
  );
}

function Value({ criterion, field }: { criterion: Criterion; field: ComparedField }) {
  const t = useT();
  const categoryName = useCategoryName();
  switch (field) {
    case 'subject':
      return <>{t(`subject.${criterion.subject}`)}</>;
    case 'kind':
      return <>{t(`criterionKind.${criterion.kind}`)}</>;
    case 'checks':
      return <code className="text-xs">{criterion.checks.join(' ') || t('list.notYet')}</code>;
    case 'appliesTo': {
      const { kinds = [], categories = [] } = criterion.appliesTo ?? {};
      const names = [...kinds.map((kind) => t(`supplierKind.${kind}`)), ...categories.map(categoryName)];
      return <>{names.join(t('standard.and')) || t('diff.everybody')}</>;
    }
    default:
      return <>{criterion[field] ?? t('list.notYet')}</>;
  }
}
