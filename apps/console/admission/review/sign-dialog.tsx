import { Checkbox, TextArea, TextField } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { useT } from '../../words';
import { QUESTIONS, useStep, type Department, type Review } from './case';

interface QuestionsProps {
  legend: ReactNode;
  department: Department;
  confirmed: readonly string[];
  /** Whether it is said that some are missing. */
  told: boolean;
  onChange: (confirmed: readonly string[]) => void;
}

/** What a department answers for, each by itself. */
export function Questions({ legend, department, confirmed, told, onChange }: QuestionsProps) {
  const t = useT();
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      {QUESTIONS[department].map((question) => (
        <Checkbox
          key={question}
          checked={confirmed.includes(question)}
          onChange={({ target }) =>
            onChange(target.checked ? [...confirmed, question] : confirmed.filter((one) => one !== question))
          }
        >
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

/** What a department says with its signature, as it is typed and as it is sent. */
export function useOpinion() {
  const t = useT();
  const [opinion, setOpinion] = useState('');
  const [seal, setSeal] = useState('');
  const worded = opinion.trim().length >= 2;
  return {
    worded,
    body: { opinion, ...(seal.trim() ? { sealNumber: seal.trim() } : {}) },
    fields: (told: boolean) => (
      <>
        <TextArea
          label={t('review.sign.opinion')}
          maxLength={1000}
          value={opinion}
          error={told && !worded ? t('review.sign.opinionMissing') : null}
          onChange={(event) => setOpinion(event.target.value)}
        />
        <TextField
          optional
          label={t('review.sign.seal')}
          maxLength={40}
          value={seal}
          onChange={(event) => setSeal(event.target.value)}
        />
      </>
    ),
  };
}

/** One department signs for what it looked at: for all of it, or not at all. */
export function SignDialog({
  review,
  department,
  onClose,
}: {
  review: Review;
  department: Department;
  onClose: () => void;
}) {
  const t = useT();
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const opinion = useOpinion();
  const [tried, setTried] = useState(false);
  const send = useStep('POST /admission/applications/{id}/recommend', {
    done: t('review.sign.done'),
    onDone: onClose,
  });
  const all = QUESTIONS[department].every((question) => confirmed.includes(question));
  const submit = () => {
    setTried(true);
    if (!all || !opinion.worded) return;
    send.mutate({
      params: { id: review.applicationId },
      version: review.version,
      body: { department, confirmed: [...confirmed], ...opinion.body },
    });
  };
  return (
    <ActDialog
      title={t(department === 'agriculture' ? 'review.act.signAgriculture' : 'review.act.signRevitalisation')}
      submit={t(department === 'agriculture' ? 'review.act.signAgriculture' : 'review.act.signRevitalisation')}
      text={t('review.sign.text')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Questions
        legend={t('review.sign.questions')}
        {...{ department, confirmed }}
        told={tried && !all}
        onChange={setConfirmed}
      />
      {opinion.fields(tried)}
    </ActDialog>
  );
}
