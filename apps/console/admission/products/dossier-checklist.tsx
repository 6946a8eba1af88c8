import { Badge, Button, Card, classes, TextArea, TextField, useLocale, useSend } from '@xihuo/ui';
import { useId, useState } from 'react';
import { findingTones } from '../finding-tones';
import { useTypedOver } from '../../frame/typed-over';
import { useUnsaved } from '../../frame/unsaved/use-unsaved';
import { useT } from '../../words';
import type { Dossier } from './dossier-fields';
import { tickFault, unjudged, untouched, overrules, type Criterion, type Result, type Tick, type Ticks } from './ticks';
import { useSay } from '../watching/today';
import { Problem } from '../../frame/problem';
import { useAfter } from './use-after';

const RESULTS: readonly Result[] = ['pass', 'fail', 'notApplicable'];

/** What the standard asks of a product: its words and source, what machines found, and what people ticked. */
export function DossierChecklist({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const mayApprove = dossier.actions.some(({ action, allowed }) => action === 'approve' && allowed);
  const ticked = new Map(dossier.items.map((item) => [item.criterion, item]));
  return (
    <Card
      title={t('checklist.title')}
      aside={
        <span className="text-sm text-ink-faint">{t('checklist.standard', { standard: dossier.standardVersion })}</span>
      }
    >
      {mayApprove ? (
        <Ticking dossier={dossier} />
      ) : (
        <ol className="divide-y divide-line">
          {dossier.checklist.map((criterion) => {
            const item = ticked.get(criterion.criterion);
            return (
              <li key={criterion.criterion} className="py-4 first:pt-0 last:pb-0">
                <Rule criterion={criterion} />
                {item && (
                  <p className="mt-2">
                    {t('checklist.people')}{' '}
                    <Badge tone={findingTones[item.result]}>{t(`finding.${item.result}`)}</Badge>
                    {item.note && <span className="ms-2 text-ink-soft">{item.note}</span>}
                  </p>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </Card>
  );
}

function Rule({ criterion }: { criterion: Criterion }) {
  const t = useT();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="font-medium">{criterion.name[language]}</h3>
        <span className="text-sm text-ink-faint">
          {criterion.criterion} · {t(`criterionKind.${criterion.kind}`)}
        </span>
      </div>
      <p className="mt-1">
        <span className="text-ink-faint">{t('checklist.machine')}</span>{' '}
        <Badge tone={findingTones[criterion.result]}>{t(`finding.${criterion.result}`)}</Badge>{' '}
        {criterion.sentence[language]}
      </p>
      <details className="text-sm text-ink-soft">
        <summary className="touch text-green underline-offset-4 hover:underline">{t('checklist.rule')}</summary>
        {criterion.howVerified && <p>{criterion.howVerified[language]}</p>}
        <p className="mt-1 text-ink-faint">
          {t('checklist.source')}
          <span lang="zh-CN">{criterion.source}</span>
          {' · '}
          <code className="text-xs">{criterion.check}</code>
        </p>
      </details>
    </>
  );
}

function Ticking({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const form = useTypedOver<{ ticks: Ticks; reason: string }>({ ticks: {}, reason: '' }, dossier.version);
  const { ticks, reason } = form.value;
  useUnsaved(form.touched);
  const [tried, setTried] = useState(false);
  const send = useSend(
    'POST /admission/dossiers/{id}/approve',
    useAfter({ routes: ['GET /admission/dossiers', 'GET /admission/dossiers/{id}'], told: t('dossier.approved') }),
  );
  const tickOf = (id: string) => ticks[id] ?? untouched;
  const open = unjudged(dossier.checklist, ticks);
  const short = reason.trim().length < 4;
  const approve = () => {
    setTried(true);
    if (send.isPending || short || open.length > 0) return;
    const items = dossier.checklist.map(({ criterion }) => {
      const { result, note } = tickOf(criterion);
      return { criterion, result: result!, note };
    });
    send.mutate(
      { params: { id: dossier.id }, body: { items, reason }, version: form.version },
      { onError: form.refused },
    );
  };
  return (
    <>
      <p className="mb-4 text-ink-soft">{t('checklist.text')}</p>
      <ol className="divide-y divide-line">
        {dossier.checklist.map((criterion) => (
          <li key={criterion.criterion} className="py-4 first:pt-0">
            <Rule criterion={criterion} />
            <TickRow
              criterion={criterion}
              tick={tickOf(criterion.criterion)}
              told={tried || tickOf(criterion.criterion).result !== null}
              onChange={(tick) =>
                form.change((now) => ({ ...now, ticks: { ...now.ticks, [criterion.criterion]: tick } }))
              }
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-col gap-4 border-t border-line pt-5">
        <TextArea
          label={t('dossier.approveReason')}
          hint={t('dossier.reasonShown')}
          maxLength={1000}
          value={reason}
          error={tried && short ? t('act.tooShort', { count: 4 }) : null}
          onChange={(event) => form.change((now) => ({ ...now, reason: event.target.value }))}
        />
        <Problem problem={send.error} />
        <Approve open={open} count={dossier.checklist.length} pending={send.isPending} onApprove={approve} />
      </div>
    </>
  );
}

interface ApproveProps {
  open: readonly Criterion[];
  count: number;
  pending: boolean;
  onApprove: () => void;
}

/** Not to be had before the whole list is judged; what is missing is named. */
function Approve({ open, count, pending, onApprove }: ApproveProps) {
  const t = useT();
  const say = useSay();
  const missing = useId();
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          data-act="POST /admission/dossiers/{id}/approve"
          pending={pending}
          unavailable={open.length > 0}
          aria-describedby={open.length > 0 ? missing : undefined}
          onClick={onApprove}
        >
          {t('dossier.approve')}
        </Button>
        <p role="status" className="text-ink-soft">
          {t('checklist.progress', { done: count - open.length, count })}
        </p>
      </div>
      {open.length > 0 && (
        <p id={missing} className="text-sm text-ink-soft">
          {t('checklist.open', { names: open.map(({ name }) => say(name)).join(t('standard.and')) })}
        </p>
      )}
    </>
  );
}

interface TickRowProps {
  criterion: Criterion;
  tick: Tick;
  told: boolean;
  onChange: (tick: Tick) => void;
}

function TickRow({ criterion, tick, told, onChange }: TickRowProps) {
  const t = useT();
  const name = useId();
  const fault = tickFault(criterion, tick);
  const wantsNote = tick.result === 'fail' || overrules(tick, criterion);
  return (
    <fieldset className="mt-2">
      <legend className="sr-only">{criterion.criterion}</legend>
      <div className="flex flex-wrap gap-2">
        {RESULTS.map((result) => (
          <label
            key={result}
            className={classes(
              'flex min-h-target cursor-pointer items-center gap-2 rounded-md border px-3',
              tick.result === result ? 'border-green bg-green-wash font-medium' : 'border-line-strong bg-surface',
            )}
          >
            <input
              type="radio"
              name={name}
              className="accent-green"
              checked={tick.result === result}
              onChange={() => onChange({ ...tick, result })}
            />
            {t(`finding.${result}`)}
          </label>
        ))}
      </div>
      {(wantsNote || tick.note !== '') && (
        <div className="mt-3">
          <TextField
            label={t('checklist.note')}
            hint={overrules(tick, criterion) ? t('checklist.overrules') : undefined}
            optional={!wantsNote}
            maxLength={500}
            value={tick.note}
            error={told && fault === 'noteMissing' ? t('checklist.noteMissing') : null}
            onChange={(event) => onChange({ ...tick, note: event.target.value })}
          />
        </div>
      )}
      {fault === 'blockingFails' && <p className="mt-2 text-sm text-cinnabar">{t('checklist.blockingFails')}</p>}
      {told && fault === 'missing' && (
        <p className="mt-2 text-sm font-medium text-cinnabar">{t('checklist.missing')}</p>
      )}
    </fieldset>
  );
}
