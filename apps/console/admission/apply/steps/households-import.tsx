import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Card,
  Checkbox,
  Notice,
  routeKey,
  Steps,
  useApi,
  useApiClient,
  useLocale,
  useProblemText,
  useSend,
  type ApiProblem,
  type Output,
} from '@xihuo/ui';
import { useEffect, useState } from 'react';
import { PaperInput } from '../../../frame/paper-input';
import { useT } from '../../../words';
import { inLanguage, useDesk } from '../desk';
import { Download } from './download';
import { FaultyRows } from './faulty-rows';

type Import = Output<'GET /imports/{id}'>;
const TABLES = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const POLL_MS = 1000;

/** Why a table could not be read: the server says it in both languages, with what to do. */
function Unreadable({ problem }: { problem: ApiProblem }) {
  const locale = useLocale();
  const problemText = useProblemText();
  const { sentence, fix } = problem.facts as Record<'sentence' | 'fix', { zh: string; en: string } | undefined>;
  return (
    <Notice urgent tone="bad" title={sentence ? inLanguage(sentence, locale) : problemText(problem)}>
      {fix && inLanguage(fix, locale)}
    </Notice>
  );
}

/** Step one: a template, and the filled-in table back. */
function Choose({ onRead }: { onRead: (read: Import) => void }) {
  const t = useT();
  const api = useApiClient();
  const { file } = useDesk();
  const [share, setShare] = useState(0);
  const send = useSend('POST /imports', { onSuccess: onRead });
  const template = (format: 'xlsx' | 'csv') => () =>
    api('GET /import-templates/{kind}', { params: { kind: 'linkedHouseholds' }, query: { format } });
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-soft">{t('import.chooseText')}</p>
      <div className="flex flex-wrap items-center gap-x-2">
        <Download word={t('import.templateXlsx')} name={`${t('import.templateName')}.xlsx`} get={template('xlsx')} />
        <Download word={t('import.templateCsv')} name={`${t('import.templateName')}.csv`} get={template('csv')} />
      </div>
      {send.error && <Unreadable problem={send.error} />}
      {send.isPending ? (
        <label className="text-sm text-ink-soft">
          {share < 1 ? t('import.sending') : t('import.reading')}
          <progress value={share} max={1} className="mt-1 block h-1.5 w-full accent-green" />
        </label>
      ) : (
        <div>
          <PaperInput
            accept={TABLES}
            onFiles={([table]) =>
              table &&
              send.mutate({
                query: { kind: 'linkedHouseholds', scope: file.id, name: table.name.slice(0, 120) },
                // Some systems know no type for a csv; the server looks at the bytes anyway.
                file: table.type === '' ? new Blob([table], { type: 'application/octet-stream' }) : table,
                onProgress: setShare,
              })
            }
          >
            {t('import.choose')}
          </PaperInput>
        </div>
      )}
    </div>
  );
}

function Counts({ counts }: { counts: Import['counts'] }) {
  const t = useT();
  return (
    <p className="numeric flex flex-wrap gap-x-5 gap-y-1">
      <span>{t('import.total', { count: counts.total })}</span>
      <span className="text-green">{t('import.ready', { count: counts.ready })}</span>
      {counts.known > 0 && <span className="text-ink-faint">{t('import.known', { count: counts.known })}</span>}
      {counts.faulty > 0 && (
        <span className="font-medium text-cinnabar">{t('import.faulty', { count: counts.faulty })}</span>
      )}
    </p>
  );
}

/** Step two: what would be written, and every row that cannot be, with the reason; nothing has happened yet. */
function Preview({ read, onChange, onAgain }: { read: Import; onChange: (next: Import) => void; onAgain: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const [leaveOut, setLeaveOut] = useState(false);
  const confirm = useSend('POST /imports/{id}/confirm', { onSuccess: onChange });
  const discard = useSend('POST /imports/{id}/discard', { onSettled: onAgain });
  const { counts, id, version } = read;
  const blocked = counts.ready === 0 || (counts.faulty > 0 && !leaveOut);
  return (
    <div className="flex flex-col gap-4">
      <p className="font-medium">{read.fileName}</p>
      <Counts counts={counts} />
      {read.ignored.length > 0 && (
        <p className="text-sm text-ink-faint">{t('import.ignored', { columns: read.ignored.join('、') })}</p>
      )}
      {counts.faulty > 0 && <FaultyRows importId={id} />}
      {counts.faulty > 0 && counts.ready > 0 && (
        <Checkbox checked={leaveOut} onChange={(event) => setLeaveOut(event.target.checked)}>
          {t('import.leaveOut', { faulty: counts.faulty, ready: counts.ready })}
        </Checkbox>
      )}
      {confirm.error && <Notice urgent tone="bad" title={problemText(confirm.error)} />}
      <div className="flex flex-wrap gap-3">
        <Button
          pending={confirm.isPending}
          unavailable={blocked}
          onClick={() => confirm.mutate({ params: { id }, body: { leaveOutFaulty: leaveOut }, version })}
        >
          {t('import.confirm', { count: counts.ready })}
        </Button>
        <Button
          look="secondary"
          pending={discard.isPending}
          onClick={() => discard.mutate({ params: { id }, version })}
        >
          {t('import.otherFile')}
        </Button>
      </div>
    </div>
  );
}

/** Step three: how far it has come. The page may be closed meanwhile; what stopped goes on where it stopped. */
function Result({
  read,
  onChange,
  onAgain,
  onClose,
}: {
  read: Import;
  onChange: (next: Import) => void;
  onAgain: () => void;
  onClose: () => void;
}) {
  const t = useT();
  const problemText = useProblemText();
  const confirm = useSend('POST /imports/{id}/confirm', { onSuccess: onChange });
  const { counts, state } = read;
  const wanted = counts.ready + counts.written;
  if (state === 'done') {
    return (
      <div className="flex flex-col gap-3">
        <Notice tone="good" title={t('import.done', { count: counts.written })}>
          {counts.faulty > 0 && t('import.doneFaulty', { count: counts.faulty })}
        </Notice>
        {counts.faulty > 0 && <FaultyRows importId={read.id} />}
        <div className="flex flex-wrap gap-3">
          <Button onClick={onClose}>{t('import.close')}</Button>
          <Button look="secondary" onClick={onAgain}>
            {t('import.more')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3" aria-live="polite">
      <label className="numeric">
        {t('import.writing', { written: counts.written, total: wanted })}
        <progress value={counts.written} max={Math.max(1, wanted)} className="mt-1 block h-1.5 w-full accent-green" />
      </label>
      {state === 'stopped' && (
        <Notice tone="attention" title={t('import.stopped')}>
          <Button
            look="secondary"
            size="small"
            pending={confirm.isPending}
            onClick={() =>
              confirm.mutate({ params: { id: read.id }, body: { leaveOutFaulty: true }, version: read.version })
            }
          >
            {t('import.goOn')}
          </Button>
          {confirm.error && <p className="text-cinnabar">{problemText(confirm.error)}</p>}
        </Notice>
      )}
    </div>
  );
}

/** The newest import of this application that is not over, followed while it moves. */
function useOpenImport(scope: string) {
  const queries = useQueryClient();
  const [id, setId] = useState<string | null>(null);
  const list = useApi('GET /imports', { query: { kind: 'linkedHouseholds', scope } });
  const open = id ?? list.data?.data.find(({ state }) => state !== 'done' && state !== 'discarded')?.id ?? null;
  const query = useApi(
    'GET /imports/{id}',
    { params: { id: open ?? '' } },
    {
      enabled: open !== null,
      refetchInterval: ({ state: { data } }) =>
        data?.state === 'writing' || data?.state === 'reading' ? POLL_MS : false,
    },
  );
  const follow = (next: Import | null) => {
    if (next) queries.setQueryData(routeKey('GET /imports/{id}', { params: { id: next.id } }), next);
    else queries.setQueryData(routeKey('GET /imports', { query: { kind: 'linkedHouseholds', scope } }), { data: [] });
    setId(next?.id ?? null);
  };
  const read = open === null ? null : (query.data ?? null);
  const isDone = read?.state === 'done';
  useEffect(() => {
    if (!isDone) return;
    for (const route of [
      'GET /admission/applications/{id}/file',
      'GET /admission/applications/{id}/households',
    ] as const)
      void queries.invalidateQueries({ queryKey: routeKey(route) });
  }, [isDone, queries]);
  return [read, follow] as const;
}

/** A whole village at once: template, preview, writing; left and come back to at any point. */
export function HouseholdsImport({ onClose }: { onClose: () => void }) {
  const t = useT();
  const { file } = useDesk();
  const [read, follow] = useOpenImport(file.id);
  const at = read === null ? 0 : read.state === 'reading' || read.state === 'previewed' ? 1 : 2;
  const words = [t('import.step.file'), t('import.step.preview'), t('import.step.result')];
  return (
    <Card
      title={t('household.import')}
      level={3}
      aside={
        <Button look="quiet" size="small" onClick={onClose}>
          {t('import.close')}
        </Button>
      }
    >
      <div className="mb-5">
        <Steps
          label={t('household.import')}
          steps={words.map((title, index) => ({
            id: String(index),
            title,
            state: index < at ? 'done' : index === at ? 'current' : 'ahead',
          }))}
        />
      </div>
      {read === null && <Choose onRead={follow} />}
      {read?.state === 'reading' && <p role="status">{t('import.reading')}</p>}
      {read?.state === 'previewed' && <Preview read={read} onChange={follow} onAgain={() => follow(null)} />}
      {at === 2 && read && <Result read={read} onChange={follow} onAgain={() => follow(null)} onClose={onClose} />}
    </Card>
  );
}
