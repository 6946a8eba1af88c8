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
import { useEffect, useRef, useState } from 'react';
import { useAgainIn } from '../frame/live/live';
import { PaperInput } from '../frame/paper-input';
import { useT } from '../words';
import { inLanguage } from '../frame/in-language';
import { Download } from '../admission/apply/steps/download';
import { FaultyRows } from './faulty-rows';
import { importToFollow } from './import-to-follow';
import { ImportResult } from './table-import-result';
import { wordsOf } from './table-import-words';

type Import = Output<'GET /imports/{id}'>;
type Kind = Import['kind'];
export interface TableImportProps {
  kind: Kind;
  /** What it goes into: an application, a supplier. */
  scope: string;
  title: string;
  /** Of its heading, below what surrounds it. */
  level?: 2 | 3;
  /** Once it is written, to read anew what has changed. */
  onWritten: () => void;
  onClose: () => void;
}

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
function Choose({ kind, scope, onRead }: { kind: Kind; scope: string; onRead: (read: Import) => void }) {
  const t = useT();
  const api = useApiClient();
  const [share, setShare] = useState(0);
  const send = useSend('POST /imports', { onSuccess: onRead });
  const template = (format: 'xlsx' | 'csv') => () =>
    api('GET /import-templates/{kind}', { params: { kind }, query: { format } });
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-soft">{t(`${wordsOf(kind)}.chooseText`)}</p>
      <div className="flex flex-wrap items-center gap-x-2">
        <Download word={t('import.templateXlsx')} name={`${t(`importTemplate.${kind}`)}.xlsx`} get={template('xlsx')} />
        <Download word={t('import.templateCsv')} name={`${t(`importTemplate.${kind}`)}.csv`} get={template('csv')} />
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
                query: { kind, scope, name: table.name.slice(0, 120) },
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
          data-act="POST /imports/{id}/confirm"
          pending={confirm.isPending}
          unavailable={blocked}
          onClick={() => confirm.mutate({ params: { id }, body: { leaveOutFaulty: leaveOut }, version })}
        >
          {t(`${wordsOf(read.kind)}.confirm`, { count: counts.ready })}
        </Button>
        <Button
          data-act="POST /imports/{id}/discard"
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

/** The newest import into this place that is not over, followed while it moves. */
function useOpenImport(kind: Kind, scope: string, onWritten: () => void) {
  const queries = useQueryClient();
  const [id, setId] = useState<string | null>(null);
  const list = useApi('GET /imports', { query: { kind, scope } });
  const open = importToFollow(id, list.data?.data);
  if (open !== id) setId(open);
  const often = useAgainIn(POLL_MS);
  const query = useApi(
    'GET /imports/{id}',
    { params: { id: open ?? '' } },
    {
      enabled: open !== null,
      refetchInterval: ({ state: { data } }) =>
        data?.state === 'writing' || data?.state === 'reading' ? often : false,
    },
  );
  const follow = (next: Import | null) => {
    if (next) queries.setQueryData(routeKey('GET /imports/{id}', { params: { id: next.id } }), next);
    else queries.setQueryData(routeKey('GET /imports', { query: { kind, scope } }), { data: [] });
    setId(next?.id ?? null);
  };
  // What was discarded elsewhere makes room for another file.
  const read = open === null || query.data?.state === 'discarded' ? null : (query.data ?? null);
  const isDone = read?.state === 'done';
  const told = useRef(onWritten);
  useEffect(() => {
    told.current = onWritten;
  }, [onWritten]);
  useEffect(() => {
    if (isDone) told.current();
  }, [isDone]);
  return [read, follow] as const;
}

/** A whole table at once: template, preview, writing; left and come back to at any point. */
export function TableImport({ kind, scope, title, level = 3, onWritten, onClose }: TableImportProps) {
  const t = useT();
  const [read, follow] = useOpenImport(kind, scope, onWritten);
  const at = read === null ? 0 : read.state === 'reading' || read.state === 'previewed' ? 1 : 2;
  const words = [t('import.step.file'), t('import.step.preview'), t('import.step.result')];
  return (
    <Card
      title={title}
      level={level}
      aside={
        <Button look="quiet" size="small" onClick={onClose}>
          {t('import.close')}
        </Button>
      }
    >
      <div className="mb-5">
        <Steps
          label={title}
          steps={words.map((title, index) => ({
            id: String(index),
            title,
            state: index < at ? 'done' : index === at ? 'current' : 'ahead',
          }))}
        />
      </div>
      {read === null && <Choose kind={kind} scope={scope} onRead={follow} />}
      {read?.state === 'reading' && <p role="status">{t('import.reading')}</p>}
      {read?.state === 'previewed' && <Preview read={read} onChange={follow} onAgain={() => follow(null)} />}
      {at === 2 && read && (
        <ImportResult read={read} onChange={follow} onAgain={() => follow(null)} onClose={onClose} />
      )}
    </Card>
  );
}
