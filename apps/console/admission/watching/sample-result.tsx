import { useQueryClient } from '@tanstack/react-query';
import { Button, Select, TextField, toast, useSend } from '@xihuo/ui';
import { useRef, useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { useHandedPapers } from '../../frame/handed-papers';
import { useT } from '../../words';
import { emptyItem, missingOf, MOST_ITEMS, resultOf, VERDICTS, type LabItem } from './lab-items';
import type { Sample } from './states';
import { useToday } from './today';

/** A laboratory's report as it lies on the desk: every item it measured, and the report itself. */
export function SampleResult({ sample }: { sample: Sample }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        data-act="POST /admission/samples/{id}/result"
        look="secondary"
        size="small"
        className="whitespace-nowrap"
        onClick={() => setOpen(true)}
      >
        {t('sample.result')}
      </Button>
      {open && <Entering sample={sample} onClose={() => setOpen(false)} />}
    </>
  );
}

function useReportFile(supplierId: string) {
  const { mutate, isPending, error } = useSend('POST /admission/suppliers/{id}/papers');
  const send = (file: File, kept: (fileId: string) => void) =>
    mutate({ params: { id: supplierId }, file }, { onSuccess: ({ fileId }) => kept(fileId) });
  return useHandedPapers({ send, pending: isPending, error }, 1);
}

function useLines() {
  const next = useRef(1);
  const [all, setAll] = useState<readonly LabItem[]>([emptyItem(0)]);
  return {
    all,
    add: () => setAll((before) => [...before, emptyItem(next.current++)]),
    remove: (key: number) => setAll((before) => before.filter((line) => line.key !== key)),
    change: (changed: LabItem) => setAll((before) => before.map((line) => (line.key === changed.key ? changed : line))),
  };
}

function Entering({ sample: { id, version, sentOn, supplier }, onClose }: { sample: Sample; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const today = useToday() ?? '';
  const [reportNumber, setReportNumber] = useState('');
  const [chosenDay, setChosenDay] = useState<string | null>(null);
  const lines = useLines();
  const [tried, setTried] = useState(false);
  const papers = useReportFile(supplier.id);
  const send = useSend('POST /admission/samples/{id}/result', {
    onSuccess: () => {
      toast(t('sample.noted'));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  const reportedOn = chosenDay ?? today;
  const short = reportNumber.trim().length < 2;
  const dayProblem = send.error?.errors.find(({ pointer }) => pointer.endsWith('reportedOn'))?.message;
  const submit = () => {
    setTried(true);
    if (short || reportedOn === '' || lines.all.some((line) => missingOf(line).length > 0)) return;
    const [fileId] = papers.ids;
    const results = lines.all.map(resultOf);
    send.mutate({
      ...{ params: { id }, version },
      body: { reportNumber: reportNumber.trim(), reportedOn, results, ...(fileId && { fileId }) },
    });
  };
  return (
    <ActDialog
      title={t('sample.result')}
      submit={t('sample.result')}
      text={t('sample.result.lead')}
      pending={send.isPending}
      problem={dayProblem ? null : send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('sample.reportNumber')}
        maxLength={60}
        value={reportNumber}
        error={tried && short ? t('act.short') : null}
        onChange={(event) => setReportNumber(event.target.value)}
      />
      <TextField
        type="date"
        label={t('sample.reportedOn')}
        min={sentOn ?? undefined}
        max={today || undefined}
        value={reportedOn}
        error={dayProblem ?? (tried && reportedOn === '' ? t('act.missing') : null)}
        onChange={(event) => setChosenDay(event.target.value)}
      />
      <Lines {...lines} tried={tried} />
      {papers.picker}
    </ActDialog>
  );
}

function Lines({ all, add, remove, change, tried }: ReturnType<typeof useLines> & { tried: boolean }) {
  const t = useT();
  return (
    <>
      <ol className="flex flex-col gap-4">
        {all.map((line, index) => (
          <li key={line.key}>
            <Line
              line={line}
              title={t('lab.itemNumber', { number: index + 1 })}
              tried={tried}
              onChange={change}
              onRemove={all.length > 1 ? () => remove(line.key) : null}
            />
          </li>
        ))}
      </ol>
      {all.length < MOST_ITEMS && (
        <Button look="secondary" onClick={add}>
          {t('lab.add')}
        </Button>
      )}
    </>
  );
}

interface LineProps {
  line: LabItem;
  title: string;
  tried: boolean;
  onChange: (line: LabItem) => void;
  onRemove: (() => void) | null;
}

function Line({ line, title, tried, onChange, onRemove }: LineProps) {
  const t = useT();
  const missing = tried ? missingOf(line) : [];
  const errorAt = (name: 'item' | 'value' | 'verdict') => (missing.includes(name) ? t('act.missing') : null);
  const set = (changed: Partial<LabItem>) => onChange({ ...line, ...changed });
  return (
    <fieldset className="flex flex-col gap-3 rounded-md border border-line p-4">
      <legend className="sr-only">{title}</legend>
      <div className="flex items-center justify-between gap-3">
        <span aria-hidden className="text-sm font-medium text-ink-soft">
          {title}
        </span>
        {onRemove && (
          <Button look="quiet" size="small" onClick={onRemove}>
            {t('own.removePaper')}
          </Button>
        )}
      </div>
      <TextField
        label={t('lab.item')}
        maxLength={80}
        value={line.item}
        error={errorAt('item')}
        onChange={(event) => set({ item: event.target.value })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t('lab.value')}
          maxLength={80}
          value={line.value}
          error={errorAt('value')}
          onChange={(event) => set({ value: event.target.value })}
        />
        <TextField
          optional
          label={t('lab.limit')}
          maxLength={80}
          value={line.limit}
          onChange={(event) => set({ limit: event.target.value })}
        />
      </div>
      <Select
        label={t('lab.verdict')}
        value={line.verdict}
        error={errorAt('verdict')}
        choices={VERDICTS.map((value) => ({ value, label: t(`lab.${value}`) }))}
        onChange={(event) => set({ verdict: VERDICTS.find((value) => value === event.target.value) ?? '' })}
      />
    </fieldset>
  );
}
