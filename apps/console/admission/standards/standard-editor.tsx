import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Checkbox, routeKey, TextArea, TextField, useSend, type ApiProblem } from '@xihuo/ui';
import { useState } from 'react';
import { useTypedOver } from '../../frame/typed-over';
import { useUnsaved } from '../../frame/unsaved/use-unsaved';
import { useT } from '../../words';
import { useAfter } from '../products/use-after';
import { CriteriaList, WeightSums } from './criteria-list';
import { CriterionDialog } from './criterion-dialog';
import { Problem } from '../../frame/problem';
import { STANDARD_READS, type Criterion, type Standard } from './standard';

const LEVELS = ['city', 'province'] as const;
type Content = Pick<Standard, 'title' | 'summary' | 'criteria' | 'checkLevels' | 'source'>;

/** A draft in hand: nothing is lost by leaving a criterion half done, and nothing is saved before it is said. */
export function StandardEditor({ draft }: { draft: Standard }) {
  const t = useT();
  const form = useTypedOver<Content>(contentOf(draft), draft.version);
  const content = form.value;
  const queries = useQueryClient();
  const params = { standard: draft.standard };
  const [inHand, setInHand] = useState<Criterion | 'new' | null>(null);
  const send = useSend(
    'PUT /admission/standards/{standard}',
    useAfter({ routes: STANDARD_READS, told: t('edition.saved') }),
  );
  const isChanged = JSON.stringify(content) !== JSON.stringify(contentOf(draft));
  useUnsaved(isChanged);
  const change = (part: Partial<Content>) => form.change((now) => ({ ...now, ...part }));
  const put = (criterion: Criterion) => {
    const { criteria } = content;
    const known = inHand !== 'new' && inHand !== null ? inHand.id : null;
    const next =
      known === null ? [...criteria, criterion] : criteria.map((one) => (one.id === known ? criterion : one));
    change({ criteria: next });
    setInHand(null);
  };
  return (
    <>
      <Words content={content} change={change} />
      <CriteriaList
        criteria={content.criteria}
        onEdit={setInHand}
        onRemove={({ id }) => change({ criteria: content.criteria.filter((one) => one.id !== id) })}
        aside={
          <Button look="secondary" size="small" onClick={() => setInHand('new')}>
            {t('criteria.add')}
          </Button>
        }
      />
      {isChanged && (
        <SaveBar
          criteria={content.criteria}
          pending={send.isPending}
          problem={send.error}
          onSave={() =>
            send.mutate(
              { params, body: content, version: form.beside },
              {
                onError: form.refused,
                onSuccess: (next) => {
                  queries.setQueryData(routeKey('GET /admission/standards/{standard}', { params }), next);
                  form.saved(content, { standing: contentOf(next), version: next.version });
                },
              },
            )
          }
          onUndo={form.done}
        />
      )}
      {inHand !== null && (
        <CriterionDialog
          criterion={inHand === 'new' ? null : inHand}
          taken={content.criteria.map(({ id }) => id)}
          onDone={put}
          onClose={() => setInHand(null)}
        />
      )}
    </>
  );
}

interface WordsProps {
  content: Content;
  change: (part: Partial<Content>) => void;
}

function Words({ content, change }: WordsProps) {
  const t = useT();
  return (
    <Card title={t('standard.words')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('editions.titleZh')}
          maxLength={120}
          value={content.title.zh}
          onChange={(event) => change({ title: { ...content.title, zh: event.target.value } })}
        />
        <TextField
          label={t('editions.titleEn')}
          maxLength={200}
          value={content.title.en}
          onChange={(event) => change({ title: { ...content.title, en: event.target.value } })}
        />
        <TextArea
          label={t('standard.summaryZh')}
          optional
          maxLength={2000}
          value={content.summary.zh}
          onChange={(event) => change({ summary: { ...content.summary, zh: event.target.value } })}
        />
        <TextArea
          label={t('standard.summaryEn')}
          optional
          maxLength={2000}
          value={content.summary.en}
          onChange={(event) => change({ summary: { ...content.summary, en: event.target.value } })}
        />
      </div>
      <div className="mt-4">
        <TextField
          label={t('standard.source')}
          maxLength={600}
          value={content.source}
          onChange={(event) => change({ source: event.target.value })}
        />
      </div>
      <fieldset className="mt-4">
        <legend className="font-medium">{t('standard.levels')}</legend>
        {LEVELS.map((level) => (
          <Checkbox
            key={level}
            checked={content.checkLevels.includes(level)}
            onChange={(event) =>
              change({
                checkLevels: LEVELS.filter((one) =>
                  one === level ? event.target.checked : content.checkLevels.includes(one),
                ),
              })
            }
          >
            {t(`standard.level.${level}`)}
          </Checkbox>
        ))}
      </fieldset>
    </Card>
  );
}

interface SaveBarProps {
  criteria: readonly Criterion[];
  pending: boolean;
  problem: ApiProblem | null;
  onSave: () => void;
  onUndo: () => void;
}

/** Stays in sight however far down the list one is: what was changed is not saved yet. */
function SaveBar({ criteria, pending, problem, onSave, onUndo }: SaveBarProps) {
  const t = useT();
  return (
    <div className="sticky bottom-0 z-10 -mx-1 flex flex-col gap-2 rounded-t-md border border-line bg-surface px-4 py-3 shadow-floating">
      <Problem problem={problem} />
      <WeightSums criteria={criteria} />
      <div className="flex flex-wrap items-center gap-3">
        <Button data-act="PUT /admission/standards/{standard}" pending={pending} onClick={onSave}>
          {t('standard.save')}
        </Button>
        <Button look="quiet" onClick={onUndo}>
          {t('standard.undo')}
        </Button>
        <span className="text-ink-soft">{t('standard.unsaved')}</span>
      </div>
    </div>
  );
}

function contentOf({ title, summary, criteria, checkLevels, source }: Standard): Content {
  return { title, summary, criteria, checkLevels, source };
}
