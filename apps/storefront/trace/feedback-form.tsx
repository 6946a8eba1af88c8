import { Button, Card, Notice, TextArea, useProblemText, useSend, type Input } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../use-t';
import { keepGivenFeedback } from './given-feedback';

type Kind = Input<'POST /lots/{code}/feedback'>['body']['kind'];

const KINDS = ['good', 'quality', 'safety', 'label', 'other'] as const satisfies readonly Kind[];

/** The form that had the focus is gone. */
const takeFocus = (thanks: HTMLElement | null) => thanks?.focus();

/** A few words from whoever holds the pack. Nobody is asked who they are, so nothing has to be protected. */
export function FeedbackForm({ code }: { code: string }) {
  const t = useT();
  const problemText = useProblemText();
  const [kind, setKind] = useState<Kind>('good');
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const send = useSend('POST /lots/{code}/feedback', { onSuccess: ({ id }) => keepGivenFeedback({ id, code }) });
  if (send.data) {
    return (
      <div role="status" tabIndex={-1} ref={takeFocus}>
        <Notice tone="good" title={t('feedback.sent')}>
          {t('feedback.sentText')}
        </Notice>
      </div>
    );
  }
  const length = words.trim().length;
  const wrong = length < 2 || length > 500;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!wrong && !send.isPending) send.mutate({ params: { code }, body: { kind, words: words.trim() } });
  };
  return (
    <Card title={t('feedback.title')} className="print:hidden">
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-sm text-ink-soft">{t('feedback.lead')}</p>
        <fieldset>
          <legend className="mb-1.5 font-medium">{t('feedback.kind')}</legend>
          <div className="flex flex-wrap gap-2">
            {KINDS.map((value) => (
              <label
                key={value}
                className="flex min-h-target cursor-pointer items-center gap-2 rounded-md border border-line-strong bg-surface px-4 has-checked:border-green has-checked:bg-green-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-slate"
              >
                <input
                  type="radio"
                  name="feedback-kind"
                  className="size-4 accent-green"
                  checked={kind === value}
                  onChange={() => setKind(value)}
                />
                {t(`feedback.${value}`)}
              </label>
            ))}
          </div>
        </fieldset>
        {kind === 'safety' && <Notice tone="attention">{t('feedback.safetyHint')}</Notice>}
        <TextArea
          id="feedback-words"
          label={t('feedback.words')}
          value={words}
          maxLength={500}
          error={asked && wrong ? t('feedback.wordsWrong') : null}
          onChange={(event) => setWords(event.target.value)}
        />
        {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
        <Button type="submit" className="self-start max-sm:w-full" pending={send.isPending}>
          {t('feedback.send')}
        </Button>
      </form>
    </Card>
  );
}
