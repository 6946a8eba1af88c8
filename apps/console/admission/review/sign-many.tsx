import { Badge, Checkbox, TextArea, TextField, useApiClient, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { BulkDialog } from '../../frame/bulk/bulk-dialog';
import type { BulkAct } from '../../frame/bulk/bulk-bar';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { DEPARTMENTS, QUESTIONS, type Department } from './case';

export type Entry = Output<'GET /admission/queue'>['data'][number];

const ROLES = { agriculture: 'countyAgriculture', revitalisation: 'countyRevitalisation' } as const;

interface SignManyProps {
  entries: readonly Entry[];
  department: Department;
  onClose: () => void;
}

const keyOf = (entry: Entry, question: string) => `${entry.applicationId} ${question}`;

interface AnswersProps {
  entry: Entry;
  questions: (typeof QUESTIONS)[Department];
  confirmed: ReadonlySet<string>;
  /** Whether it is said that some are missing. */
  told: boolean;
  onTurn: (question: string) => void;
}

/** One application's questions, with what was found of it. */
function Answers({ entry, questions, confirmed, told, onTurn }: AnswersProps) {
  const t = useT();
  return (
    <fieldset>
      <legend className="font-medium">
        {entry.supplierName}{' '}
        {entry.faults > 0 && <Badge tone="attention">{t('queue.faultsCount', { count: entry.faults })}</Badge>}
      </legend>
      {questions.map((question) => (
        <Checkbox key={question} checked={confirmed.has(keyOf(entry, question))} onChange={() => onTurn(question)}>
          {t(`review.sign.question.${question}`)}
        </Checkbox>
      ))}
      {told && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {t('review.sign.questionsMissing')}
        </p>
      )}
    </fieldset>
  );
}

/** A department signs for several applications: one opinion, but each of its questions is answered for each of them. */
function SignMany({ entries, department, onClose }: SignManyProps) {
  const t = useT();
  const api = useApiClient();
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const [opinion, setOpinion] = useState('');
  const [seal, setSeal] = useState('');
  const [tried, setTried] = useState(false);
  const questions = QUESTIONS[department];
  const complete = (entry: Entry) => questions.every((question) => confirmed.has(keyOf(entry, question)));
  const worded = opinion.trim().length >= 2;
  const turn = (key: string) => {
    const next = new Set(confirmed);
    if (!next.delete(key)) next.add(key);
    setConfirmed(next);
  };
  return (
    <BulkDialog
      title={t(department === 'agriculture' ? 'review.act.signAgriculture' : 'review.act.signRevitalisation')}
      text={t('review.sign.text')}
      rows={entries}
      rowKey={(entry) => entry.applicationId}
      name={(entry) => entry.supplierName}
      ready={() => {
        setTried(true);
        return worded && entries.every(complete);
      }}
      send={(entry) =>
        api('POST /admission/applications/{id}/recommend', {
          params: { id: entry.applicationId },
          version: entry.version,
          body: { department, confirmed: [...questions], opinion, ...(seal.trim() ? { sealNumber: seal.trim() } : {}) },
        })
      }
      onClose={onClose}
    >
      <ul className="flex max-h-[40dvh] flex-col gap-4 overflow-y-auto" tabIndex={0}>
        {entries.map((entry) => (
          <li key={entry.applicationId}>
            <Answers
              {...{ entry, questions, confirmed }}
              told={tried && !complete(entry)}
              onTurn={(question) => turn(keyOf(entry, question))}
            />
          </li>
        ))}
      </ul>
      <TextArea
        label={t('review.sign.opinion')}
        maxLength={1000}
        value={opinion}
        error={tried && !worded ? t('review.sign.opinionMissing') : null}
        onChange={(event) => setOpinion(event.target.value)}
      />
      <TextField
        optional
        label={t('review.sign.seal')}
        maxLength={40}
        value={seal}
        onChange={(event) => setSeal(event.target.value)}
      />
    </BulkDialog>
  );
}

/** A county's departments sign many at once, each for itself; nobody else has such an act. */
export function useSignActs(): readonly BulkAct<Entry>[] | undefined {
  const t = useT();
  const me = useMe();
  const own = DEPARTMENTS.filter((department) => hasRole(me, [ROLES[department]]));
  if (own.length === 0) return undefined;
  return own.map((department) => ({
    id: department,
    word: t(department === 'agriculture' ? 'review.act.signAgriculture' : 'review.act.signRevitalisation'),
    can: (row) => row.step === 'county',
    ask: (rows, close) => <SignMany entries={rows} department={department} onClose={close} />,
  }));
}
