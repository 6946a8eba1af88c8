import { useQueryClient } from '@tanstack/react-query';
import { Button, TextArea, TextField, toast, useProblemText, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../frame/act-dialog';
import { useT } from '../words';
import { FEN, scaled } from './figures';
import type { Contest } from './parts';

interface AnswerProps {
  contest: Contest;
  by: 'supplier' | 'county';
}

function AnswerDialog({ contest, by, onClose }: AnswerProps & { onClose: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [yuan, setYuan] = useState('');
  const [tried, setTried] = useState(false);
  const after = {
    onSuccess: () => {
      toast(t('contest.answered'));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries(),
  };
  const answer = useSend('POST /benefit/contests/{id}/answer', after);
  const decide = useSend('POST /benefit/contests/{id}/decide', after);
  const send = by === 'supplier' ? answer : decide;
  const fen = scaled(yuan, FEN);
  const short = words.trim().length < 4;
  const badFigure = yuan.trim() !== '' && !fen;
  const submit = () => {
    setTried(true);
    if (short || badFigure) return;
    const add = fen ? { amount: String(fen), currency: 'CNY' as const } : null;
    send.mutate({ params: { id: contest.id }, version: contest.version, body: { words: words.trim(), add } });
  };
  const amountRefused = send.error?.code === 'CORRECTION_AMOUNT';
  return (
    <ActDialog
      title={t(`contest.act.${by}`)}
      submit={t(fen ? 'contest.submitAdd' : 'contest.submit')}
      text={t(`contest.act.${by}.lead`)}
      pending={send.isPending}
      problem={amountRefused ? null : send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('contest.add')}
        hint={t('contest.addHint')}
        optional
        inputMode="decimal"
        autoComplete="off"
        className="numeric"
        maxLength={16}
        value={yuan}
        error={amountRefused ? problemText(send.error) : tried && badFigure ? t('term.fault.figure') : null}
        onChange={(event) => setYuan(event.target.value)}
      />
      <TextArea
        label={t('contest.words')}
        hint={t('contest.wordsHint')}
        maxLength={500}
        value={words}
        error={tried && short ? t('act.short') : null}
        onChange={(event) => setWords(event.target.value)}
      />
    </ActDialog>
  );
}

/** Owes more, or says why not; the same box for the county, whose word ends it. */
export function AnswerContest({ contest, by }: AnswerProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        data-act={`POST /benefit/contests/{id}/${by === 'supplier' ? 'answer' : 'decide'}`}
        className="self-start"
        onClick={() => setOpen(true)}
      >
        {t(`contest.act.${by}`)}
      </Button>
      {open && <AnswerDialog contest={contest} by={by} onClose={() => setOpen(false)} />}
    </>
  );
}
