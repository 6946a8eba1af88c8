import { useQueryClient } from '@tanstack/react-query';
import { Button, FormErrors, Notice, TextArea, toast, useApi, useProblemText, useSend } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useParams } from 'react-router';
import { useToday } from '../../admission/watching/today';
import { Page } from '../../frame/page';
import { Waiting, Whole } from '../../frame/whole';
import { useSavedStep, useTyping } from '../../frame/unsaved/use-unsaved';
import { useT } from '../../words';
import { newId } from '../parts';
import { fieldId, LineFields, useLineFaults } from './line-fields';
import { Rate, useQuantity, type Work } from './parts';
import { Problem } from '../../frame/problem';
import { changed, faultsOf, lineOf, refusedAt, type Line } from './sheet';

const SHORTEST = 4;

function useCorrect() {
  const t = useT();
  const queries = useQueryClient();
  const go = useSavedStep();
  return useSend('POST /benefit/work/{id}/correct', {
    onSuccess: ({ id }) => {
      toast(t('work.corrected.done'));
      go(`/benefit/work/${id}`);
    },
    onSettled: () => void queries.invalidateQueries(),
  });
}

function useTerms(id: string) {
  const { data } = useApi('GET /benefit/agreements/{id}', { params: { id } }, { staleTime: 60_000 });
  return data?.terms.kind === 'employment' ? data.terms : undefined;
}

function Submit({ pending }: { pending: boolean }) {
  const t = useT();
  const act = 'POST /benefit/work/{id}/correct';
  return (
    <Button data-act={act} type="submit" size="large" className="self-start" pending={pending}>
      {t('correct.submit')}
    </Button>
  );
}

function Correction({ work, today }: { work: Work; today: string }) {
  const t = useT();
  const problemText = useProblemText();
  const listFaults = useLineFaults();
  const quantity = useQuantity();
  const terms = useTerms(work.agreement.id);
  const [line, setLine] = useState<Line>(() => ({
    ...{ id: newId(), agreementId: work.agreement.id, from: work.from, to: work.to, days: String(work.days) },
    pieces: work.pieces === null ? '' : String(work.pieces),
    worker: work.worker === work.household.displayName ? '' : work.worker,
  }));
  const [reason, setReason] = useState('');
  const [attempt, setAttempt] = useState(0);
  const onChange = useTyping();
  const send = useCorrect();
  // Whether it was by the piece, the record itself says.
  const byPiece = work.pieces !== null;
  const faults = faultsOf(line, today, byPiece);
  const short = reason.trim().length < SHORTEST ? t('act.tooShort', { count: SHORTEST }) : null;
  const refused = refusedAt(send.error).map(({ field }) => ({
    field: fieldId(line, field),
    message: problemText(send.error),
  }));
  const listed = [
    ...(attempt > 0 ? listFaults(line, faults) : []),
    ...refused,
    ...(attempt > 0 && short ? [{ field: 'work-reason', message: short }] : []),
  ];
  const press = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (short || Object.keys(faults).length > 0 || send.isPending) return;
    const { id, from, to, days, pieces, worker } = lineOf(line, byPiece);
    const body = { id, from, to, days, pieces, worker, reason: reason.trim() };
    send.mutate({ params: { id: work.id }, version: work.version, body });
  };
  return (
    <form noValidate onChange={onChange} onSubmit={press} className="flex max-w-3xl flex-col gap-5">
      <FormErrors attempt={attempt} faults={listed} />
      {refused.length === 0 && <Problem problem={send.error} />}
      <Notice tone="info" title={t('correct.was', { weight: quantity(work) })}>
        {t('work.correctText')}
      </Notice>
      <p>{terms && <Rate terms={terms} />}</p>
      <LineFields
        line={line}
        today={today}
        terms={terms}
        fault={(field) => listed.find((one) => one.field === fieldId(line, field))?.message ?? null}
        change={(some) => {
          send.reset();
          setLine((now) => changed(now, some));
        }}
      />
      <TextArea
        id="work-reason"
        label={t('correct.reason')}
        hint={t('work.correctHint')}
        maxLength={300}
        value={reason}
        error={attempt > 0 ? short : null}
        onChange={(event) => setReason(event.target.value)}
      />
      <Submit pending={send.isPending} />
    </form>
  );
}

/** A new record in the place of one that is wrong: the old one stays to be read, the worker confirms the new one. */
export function CorrectWorkPage() {
  const t = useT();
  const { id = '' } = useParams();
  const today = useToday();
  const query = useApi('GET /benefit/work/{id}', { params: { id } });
  return (
    <Page
      title={
        query.data ? t('work.correctTitle', { household: query.data.household.displayName }) : t('correct.untitled')
      }
      back={{ to: `/benefit/work/${id}`, word: t('correct.back') }}
    >
      <Whole query={query}>
        {(work) => (today === undefined ? <Waiting /> : <Correction work={work} today={today} />)}
      </Whole>
    </Page>
  );
}
