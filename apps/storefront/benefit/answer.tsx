import { Notice, TextArea, useProblemText } from '@xihuo/ui';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { BigButton } from './pieces';
import { useT } from './words';

/** What is sent, and how that goes. */
export interface Act<Value = void> {
  send: (value: Value) => void;
  pending: boolean;
  problem: unknown;
}

interface AnswerProps {
  /** Names what is confirmed; readers of screens hear it with the button. */
  label: string;
  yes?: { words: string; act: Act };
  no: { words: string; reasons: readonly string[]; sendWords: string; act: Act<string> };
  /** Who answers what is contested, until when. */
  whoAnswers: ReactNode;
}

function Objecting({ no, whoAnswers, onBack }: Pick<AnswerProps, 'no' | 'whoAnswers'> & { onBack: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // The button that was pressed is gone: the keyboard and the reader of the screen go on here.
  useEffect(() => form.current?.focus(), []);
  const own = words.trim();
  const said = [reason, own].filter(Boolean).join('：');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (said.length >= 2 && !no.act.pending) no.act.send(said);
  };
  return (
    <form ref={form} tabIndex={-1} noValidate onSubmit={submit} className="flex flex-col gap-3 outline-none">
      <fieldset>
        <legend className="mb-2 font-semibold">{t('farmer.whatIsWrong')}</legend>
        <div className="grid grid-cols-2 gap-2">
          {no.reasons.map((text) => (
            <label
              key={text}
              className="flex min-h-15 cursor-pointer items-center gap-2 rounded-md border border-line-strong px-3 leading-snug has-checked:border-2 has-checked:border-green has-checked:bg-green-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-slate"
            >
              <input
                type="radio"
                name="reason"
                className="size-5 shrink-0 accent-green"
                checked={reason === text}
                onChange={() => setReason(text)}
              />
              {text}
            </label>
          ))}
        </div>
      </fieldset>
      <TextArea
        label={t('farmer.ownWords')}
        optional
        className="text-lg!"
        maxLength={300}
        value={words}
        error={asked && said.length < 2 ? t('farmer.sayWhatIsWrong') : null}
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="text-base text-ink-soft">{whoAnswers}</p>
      {Boolean(no.act.problem) && <Notice urgent tone="bad" title={problemText(no.act.problem)} />}
      <BigButton type="submit" wide pending={no.act.pending}>
        {no.sendWords}
      </BigButton>
      <BigButton look="quiet" wide onClick={onBack}>
        {t('farmer.back')}
      </BigButton>
    </form>
  );
}

/** Yes, so it was; or no, and why. One tap for the one, two and a few words for the other. */
export function Answer({ label, yes, no, whoAnswers }: AnswerProps) {
  const problemText = useProblemText();
  const [objecting, setObjecting] = useState(false);
  if (objecting) return <Objecting no={no} whoAnswers={whoAnswers} onBack={() => setObjecting(false)} />;
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-3">
      {Boolean(yes?.act.problem) && <Notice urgent tone="bad" title={problemText(yes?.act.problem)} />}
      {yes && (
        <BigButton wide pending={yes.act.pending} onClick={() => yes.act.send()}>
          {yes.words}
        </BigButton>
      )}
      <BigButton look={yes ? 'secondary' : 'quiet'} wide={Boolean(yes)} onClick={() => setObjecting(true)}>
        {no.words}
      </BigButton>
    </div>
  );
}
