import { Badge, Button, Card, useLocale, type Tone } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useT } from '../../words';
import { useCategoryName } from '../products/category';
import { SUBJECTS, weightSums, type Criterion } from './standard';

const tones: Record<Criterion['kind'], Tone> = { blocking: 'bad', scored: 'info', process: 'neutral' };

interface CriteriaListProps {
  criteria: readonly Criterion[];
  /** Only while it is being drafted. */
  onEdit?: (criterion: Criterion) => void;
  onRemove?: (criterion: Criterion) => void;
  aside?: ReactNode;
}

/** Every criterion by what it judges: how it is looked at, by whom it is shown, its machine checks and its source. */
export function CriteriaList({ criteria, onEdit, onRemove, aside }: CriteriaListProps) {
  const t = useT();
  return (
    <Card
      title={t('criteria.title')}
      aside={
        aside ?? (
          <span className="text-sm text-ink-faint">{t('application.findingsCount', { count: criteria.length })}</span>
        )
      }
    >
      <div className="mb-4">
        <WeightSums criteria={criteria} />
      </div>
      {SUBJECTS.map((subject) => {
        const own = criteria.filter((criterion) => criterion.subject === subject);
        if (own.length === 0) return null;
        return (
          <section key={subject} className="mt-5 first-of-type:mt-0">
            <h3 className="border-b border-line-strong pb-1 font-semibold">{t(`subject.${subject}`)}</h3>
            <ol className="divide-y divide-line">
              {own.map((criterion) => (
                <li key={criterion.id} className="py-3">
                  <Row criterion={criterion} />
                  {onEdit && onRemove && (
                    <p className="-mb-2 flex gap-2">
                      <Button look="quiet" size="small" onClick={() => onEdit(criterion)}>
                        {t('criteria.edit', { id: criterion.id })}
                      </Button>
                      <Button look="quiet" size="small" onClick={() => onRemove(criterion)}>
                        {t('criteria.remove', { id: criterion.id })}
                      </Button>
                    </p>
                  )}
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </Card>
  );
}

function Row({ criterion }: { criterion: Criterion }) {
  const t = useT();
  const isEnglish = useLocale() === 'en';
  const how = (isEnglish && criterion.howVerifiedEn) || criterion.howVerified;
  const by = (isEnglish && criterion.providedByEn) || criterion.providedBy;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h4 className="font-medium">
          <Name criterion={criterion} />
        </h4>
        <Badge tone={tones[criterion.kind]}>{t(`criterionKind.${criterion.kind}`)}</Badge>
        {criterion.weight !== undefined && (
          <span className="numeric text-sm">{t('criteria.points', { count: criterion.weight })}</span>
        )}
        <span className="text-sm text-ink-faint">{criterion.id}</span>
      </div>
      <Scope criterion={criterion} />
      {how && <p className="mt-1 text-ink-soft">{how}</p>}
      <p className="mt-1 text-sm text-ink-faint">
        {t('checklist.source')}
        <span lang="zh-CN">{criterion.source}</span>
      </p>
      <p className="text-sm text-ink-faint">
        {t('criteria.by', { who: by })}
        {' · '}
        {criterion.checks.length > 0 ? t('criteria.checks') : t('criteria.byPeople')}{' '}
        {criterion.checks.map((check) => (
          <code key={check} className="me-2 text-xs">
            {check}
          </code>
        ))}
      </p>
    </>
  );
}

/** A criterion's name in the reader's language. */
export function Name({ criterion }: { criterion: Pick<Criterion, 'nameZh' | 'nameEn'> }) {
  return <>{useLocale() === 'en' ? criterion.nameEn : criterion.nameZh}</>;
}

/** For whom and for what; nothing where it is for everybody. */
export function Scope({ criterion: { appliesTo } }: { criterion: Pick<Criterion, 'appliesTo'> }) {
  const t = useT();
  const categoryName = useCategoryName();
  const kinds = appliesTo?.kinds?.map((kind) => t(`supplierKind.${kind}`)) ?? [];
  const categories = appliesTo?.categories?.map(categoryName) ?? [];
  if (kinds.length + categories.length === 0) return null;
  return (
    <p className="text-sm text-slate">
      {t('criteria.only', { what: [...kinds, ...categories].join(t('standard.and')) })}
    </p>
  );
}

/** The sums as they stand, live while criteria are changed; those that are off a hundred by name. */
export function WeightSums({ criteria }: { criteria: readonly Criterion[] }) {
  const t = useT();
  const categoryName = useCategoryName();
  const sums = weightSums(criteria);
  const off = sums.filter(({ sum }) => sum !== 100);
  return (
    <p role="status" className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {sums.length === 0 && <span className="text-ink-faint">{t('criteria.noneScored')}</span>}
      {sums.length > 0 && off.length === 0 && <Badge tone="good">{t('criteria.sumsHold')}</Badge>}
      {off.map(({ kind, category, sum }) => (
        <Badge key={`${kind} ${category}`} tone="bad">
          {t('criteria.sumOff', {
            who: t(`supplierKind.${kind}`) + (category === null ? '' : ` · ${categoryName(category)}`),
            sum,
          })}
        </Badge>
      ))}
    </p>
  );
}
