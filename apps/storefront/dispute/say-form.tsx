import { Button, Card, Notice, TextArea, TextField, toast, useProblemText, useSend } from '@xihuo/ui';
import { useRef, useState, type ChangeEvent, type FormEvent } from 'react';
import { useT } from '../words';
import { useAt, useTaken, type Case } from './use-case';
import { fenOf } from './yuan';

interface Kept {
  readonly id: string;
  readonly name: string;
}

/** Photographs and papers to hand in: each is sent at once, and named by the id it got. */
function FilePicker({
  one,
  kept,
  onKept,
}: {
  one: Case;
  kept: readonly Kept[];
  onKept: (kept: readonly Kept[]) => void;
}) {
  const t = useT();
  const at = useAt(one);
  const problemText = useProblemText();
  const input = useRef<HTMLInputElement>(null);
  const send = useSend('POST /orders/{id}/disputes/{disputeId}/papers');
  const add = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (file)
      send.mutate({ ...at, file }, { onSuccess: ({ fileId }) => onKept([...kept, { id: fileId, name: file.name }]) });
  };
  return (
    <div className="flex flex-col gap-2">
      <ul>
        {kept.map(({ id, name }) => (
          <li key={id} className="flex items-center justify-between gap-3">
            <span className="min-w-0 break-words">{name}</span>
            <Button look="quiet" size="small" onClick={() => onKept(kept.filter((other) => other.id !== id))}>
              {t('dispute.removeFile')}
            </Button>
          </li>
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        aria-label={t('dispute.addFile')}
        className="sr-only"
        tabIndex={-1}
        onChange={add}
      />
      {kept.length < 9 && (
        <Button look="secondary" className="self-start" pending={send.isPending} onClick={() => input.current?.click()}>
          {t('dispute.addFile')}
        </Button>
      )}
      {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
    </div>
  );
}

/** Says something, with files; or appeals, which wants reasons and may be done once. */
export function SayForm({ one, appealing, onDone }: { one: Case; appealing?: boolean; onDone?: () => void }) {
  const t = useT();
  const at = useAt(one);
  const taken = useTaken();
  const problemText = useProblemText();
  const [words, setWords] = useState('');
  const [offer, setOffer] = useState('');
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const [tried, setTried] = useState(false);
  const done = (answer: Case) => {
    taken(answer);
    toast(t('dispute.sent'));
    setWords('');
    setOffer('');
    setKept([]);
    setTried(false);
    onDone?.();
  };
  const say = useSend('POST /orders/{id}/disputes/{disputeId}/messages', { onSuccess: done });
  const appeal = useSend('POST /orders/{id}/disputes/{disputeId}/appeal', { onSuccess: done });
  const least = appealing ? 10 : 2;
  const fen = offer.trim() === '' ? undefined : fenOf(offer);
  const offerWrong = fen === null || (fen !== undefined && fen > BigInt(one.held.amount));
  const wordsWrong = words.trim().length < least;
  const mayOffer = !appealing && one.may.includes('offer');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wordsWrong || offerWrong || say.isPending || appeal.isPending) return;
    const files = kept.map(({ id }) => id);
    if (appealing) appeal.mutate({ ...at, version: one.version, body: { statement: words.trim(), files } });
    else {
      const asked = fen === undefined ? {} : { offer: { amount: String(fen), currency: 'CNY' as const } };
      say.mutate({ ...at, body: { words: words.trim(), files, ...asked } });
    }
  };
  const problem = say.error ?? appeal.error;
  return (
    <Card title={t(appealing ? 'dispute.appeal' : 'dispute.say')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {appealing && <p className="text-sm text-ink-soft">{t('dispute.appealLead')}</p>}
        <TextArea
          label={t(appealing ? 'dispute.appealWhy' : 'dispute.words')}
          rows={4}
          maxLength={2000}
          value={words}
          error={tried && wordsWrong ? t(appealing ? 'dispute.appealShort' : 'dispute.wordsMissing') : null}
          onChange={(event) => setWords(event.target.value)}
        />
        <FilePicker one={one} kept={kept} onKept={setKept} />
        {mayOffer && (
          <TextField
            label={t('dispute.askYuan')}
            hint={t('dispute.askHint')}
            optional
            inputMode="decimal"
            value={offer}
            error={tried && offerWrong ? t('dispute.claimWrong') : null}
            onChange={(event) => setOffer(event.target.value)}
          />
        )}
        {problem && <Notice tone="bad" urgent title={problemText(problem)} />}
        <Button type="submit" className="self-start max-sm:w-full" pending={say.isPending || appeal.isPending}>
          {t(appealing ? 'dispute.appeal' : 'dispute.send')}
        </Button>
      </form>
    </Card>
  );
}
