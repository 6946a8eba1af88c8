import { Button, Card, Notice, Select, TextArea, TextField, type Input } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { deviceDraft } from '../../frame/unsaved/device-draft';
import { useUnsaved } from '../../frame/unsaved/use-unsaved';
import { useMe } from '../../identity/me';
import { useT } from '../../words';
import { useStep } from './case';
import { Problem } from '../../frame/problem';
import type { Inspection } from './inspection-page';

type Report = Input<'POST /admission/inspections/{id}/report'>['body'];
type Result = Report['result'];
type Found = { item: string; result: 'pass' | 'fail' | 'notApplicable'; note: string };

const RESULTS = ['pass', 'improve', 'fail'] as const;
const ITEM_RESULTS = ['pass', 'fail', 'notApplicable'] as const;
const FIRST = ['site', 'households', 'records', 'storage'] as const;

/** What does not hold together in a report; the server says the same, but late. */
export function reportFault(
  findings: readonly Found[],
  result: Result | '',
): 'resultWithoutFinding' | 'findingWithoutResult' | null {
  const failed = findings.some((one) => one.result === 'fail');
  if (result === 'pass' && failed) return 'findingWithoutResult';
  return result !== '' && result !== 'pass' && !failed ? 'resultWithoutFinding' : null;
}

function Item({
  found,
  index,
  told,
  onChange,
  onRemove,
}: {
  found: Found;
  index: number;
  told: boolean;
  onChange: (found: Found) => void;
  onRemove: () => void;
}) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-3 border-b border-line py-4">
      <TextField
        label={`${index + 1}. ${t('inspection.item')}`}
        maxLength={200}
        value={found.item}
        error={told && found.item.trim().length < 2 ? t('inspection.itemMissing') : null}
        onChange={(event) => onChange({ ...found, item: event.target.value })}
      />
      <div className="flex flex-wrap gap-2">
        {ITEM_RESULTS.map((result) => (
          <label
            key={result}
            className="flex min-h-target cursor-pointer items-center gap-2 rounded-md border border-line-strong px-3 has-checked:border-green has-checked:bg-green-wash"
          >
            <input
              type="radio"
              name={`item-${index}`}
              className="size-4 accent-green"
              checked={found.result === result}
              onChange={() => onChange({ ...found, result })}
            />
            {t(`inspection.item.${result}`)}
          </label>
        ))}
        <Button look="quiet" size="small" className="ms-auto" onClick={onRemove}>
          {t('inspection.itemRemove', { item: found.item })}
        </Button>
      </div>
      <TextArea
        label={t('inspection.itemNote')}
        optional={found.result !== 'fail'}
        rows={2}
        maxLength={500}
        value={found.note}
        error={told && found.result === 'fail' && found.note.trim() === '' ? t('inspection.noteMissing') : null}
        onChange={(event) => onChange({ ...found, note: event.target.value })}
      />
    </fieldset>
  );
}

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

interface Form {
  visitedOn: string;
  place: string;
  summary: string;
  result: Result | '';
}

function Closing({
  form,
  told,
  fault,
  onChange,
}: {
  form: Form;
  told: boolean;
  fault: ReturnType<typeof reportFault>;
  onChange: (form: Form) => void;
}) {
  const t = useT();
  const resultError =
    fault === null ? (told && form.result === '' ? t('inspection.resultMissing') : null) : t(`inspection.${fault}`);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          type="date"
          label={t('inspections.visitedOn')}
          value={form.visitedOn}
          onChange={(event) => onChange({ ...form, visitedOn: event.target.value })}
        />
        <TextField
          label={t('inspection.place')}
          maxLength={200}
          value={form.place}
          error={told && form.place.trim().length < 2 ? t('inspection.placeMissing') : null}
          onChange={(event) => onChange({ ...form, place: event.target.value })}
        />
      </div>
      <Select
        label={t('inspection.resultChoice')}
        value={form.result}
        error={resultError}
        choices={RESULTS.map((value) => ({ value, label: t(`inspection.result.${value}`) }))}
        onChange={(event) => onChange({ ...form, result: event.target.value as Result | '' })}
      />
      <TextArea
        label={t('inspection.summary')}
        maxLength={2000}
        value={form.summary}
        error={told && form.summary.trim().length < 2 ? t('inspection.summaryMissing') : null}
        onChange={(event) => onChange({ ...form, summary: event.target.value })}
      />
    </>
  );
}

interface Typed {
  findings: readonly Found[];
  form: Form;
}

/** What is typed on a visit, often without a network: the device keeps it until it is sent, and where it cannot, the page is held. */
function useReport(inspectionId: string) {
  const t = useT();
  const { personId } = useMe();
  const [draft] = useState(() => deviceDraft<Typed>(`inspection ${inspectionId}`, personId));
  const [found] = useState(draft.kept);
  const [restored, setRestored] = useState(found !== null);
  const [held, setHeld] = useState(false);
  const blank = (): Typed => ({
    findings: FIRST.map((item) => ({ item: t(`inspection.first.${item}`), result: 'pass', note: '' })),
    form: { visitedOn: today(), place: '', summary: '', result: '' },
  });
  const [typed, setTyped] = useState<Typed>(() => found ?? blank());
  useUnsaved(held);
  return {
    ...typed,
    restored,
    set: (some: Partial<Typed>) => {
      const next = { ...typed, ...some };
      setTyped(next);
      setHeld(!draft.keep(next));
    },
    sent: () => {
      draft.forget();
      setHeld(false);
    },
    anew: () => {
      draft.forget();
      setTyped(blank());
      setRestored(false);
    },
  };
}

/** What was seen, item by item; sent once, and not changed after. */
export function InspectionReport({ inspection }: { inspection: Inspection }) {
  const t = useT();
  const report = useReport(inspection.id);
  const { findings, form } = report;
  const setFindings = (next: readonly Found[]) => report.set({ findings: next });
  const [told, setTold] = useState(false);
  const send = useStep('POST /admission/inspections/{id}/report', {
    done: t('inspection.submitted'),
    onDone: report.sent,
  });
  const fault = reportFault(findings, form.result);
  const sound =
    fault === null &&
    findings.length > 0 &&
    findings.every(({ item, result, note }) => item.trim().length >= 2 && (result !== 'fail' || note.trim() !== ''));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTold(true);
    const { result, place, summary } = form;
    if (!sound || result === '' || place.trim().length < 2 || summary.trim().length < 2 || send.isPending) return;
    send.mutate({
      params: { id: inspection.id },
      version: inspection.version,
      body: { ...form, result, findings: [...findings] },
    });
  };
  return (
    <Card title={t('inspection.report')}>
      <p className="text-sm text-ink-soft">{t('inspection.reportText')}</p>
      {report.restored && (
        <Notice tone="info" title={t('inspection.restored')}>
          <Button look="quiet" size="small" onClick={report.anew}>
            {t('inspection.anew')}
          </Button>
        </Notice>
      )}
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {findings.map((found, index) => (
          <Item
            key={index}
            found={found}
            index={index}
            told={told}
            onChange={(next) => setFindings(findings.map((one, at) => (at === index ? next : one)))}
            onRemove={() => setFindings(findings.filter((_, at) => at !== index))}
          />
        ))}
        <Button
          look="secondary"
          unavailable={findings.length >= 40}
          onClick={() => setFindings([...findings, { item: '', result: 'pass', note: '' }])}
        >
          {t('inspection.itemAdd')}
        </Button>
        <Closing form={form} told={told} fault={fault} onChange={(next) => report.set({ form: next })} />
        <Problem problem={send.error} />
        <Button data-act="POST /admission/inspections/{id}/report" type="submit" pending={send.isPending}>
          {t('inspection.submit')}
        </Button>
      </form>
    </Card>
  );
}
