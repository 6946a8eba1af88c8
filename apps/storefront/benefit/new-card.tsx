import { Notice, phoneCodes, TextField, useProblemText, useSend } from '@xihuo/ui';
import { useState, type ComponentProps, type FormEvent, type ReactNode } from 'react';
import { CodeField } from './code-field';
import { BigButton } from './pieces';
import { useAct } from './use-act';
import { useT } from './words';

const EMPTY = { holder: '', number: '', bankName: '', phone: '' };
type Said = typeof EMPTY;

const Big = (props: ComponentProps<typeof TextField>) => <TextField className="min-h-15! text-xl!" {...props} />;

/** Which of the four is wrong as it stands, before anything is sent; the rest the server says. */
function useFaults({ holder, number, bankName, phone }: Said, registered: string) {
  const t = useT();
  const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '');
  return {
    holder: plain(holder) === plain(registered) ? null : t('farmer.holderWrong', { name: registered }),
    number: /^\d{16,19}$/.test(number) ? null : t('farmer.cardNumberWrong'),
    bankName: bankName.trim() === '' ? t('farmer.bankMissing') : null,
    phone: phoneCodes.PHONE.test(phone) ? null : t('farmer.phoneWrong'),
  };
}

/** The code that came to the household's own phone; with it the card is named. */
function Code({
  household,
  said,
  requestId,
  onBack,
}: {
  household: string;
  said: Said;
  requestId: string;
  onBack: () => void;
}) {
  const t = useT();
  const problemText = useProblemText();
  const [code, setCode] = useState('');
  const propose = useAct('POST /me/payee-accounts', () => ({
    body: { householdId: household, ...said, requestId, code },
  }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === 6 && !propose.pending) propose.send();
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <p role="status">{t('farmer.codeSent', { phone: said.phone })}</p>
      {Boolean(propose.problem) && <Notice urgent tone="bad" title={problemText(propose.problem)} />}
      <CodeField value={code} onChange={setCode} />
      <BigButton type="submit" wide pending={propose.pending} unavailable={code.length !== 6}>
        {t('farmer.useCard', { tail: said.number.slice(-4) })}
      </BigButton>
      <BigButton look="quiet" wide onClick={onBack}>
        {t('farmer.cardBack')}
      </BigButton>
    </form>
  );
}

function NewCardFrame({ children }: { children: ReactNode }) {
  const t = useT();
  return (
    <section aria-labelledby="new-card" className="flex flex-col gap-4">
      <h2 id="new-card" className="text-xl">
        {t('farmer.changeCard')}
      </h2>
      <p className="text-base text-ink-soft">{t('farmer.changeCardText')}</p>
      {children}
    </section>
  );
}

/** Another card: what stands on it, and a code to show that it is the household that says so. */
export function NewCard({ household, holder }: { household: string; holder: string }) {
  const t = useT();
  const problemText = useProblemText();
  const [said, setSaid] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const [requestId, setRequestId] = useState<string | null>(null);
  const faults = useFaults(said, holder);
  const errorOf = (field: keyof Said) => (asked ? faults[field] : null);
  const send = useSend('POST /sms-codes', { onSuccess: (sent) => setRequestId(sent.requestId) });
  const keep = (part: Partial<Said>) => setSaid((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(faults).every((fault) => fault === null) && !send.isPending)
      send.mutate({ body: { phone: said.phone } });
  };
  return (
    <NewCardFrame>
      {requestId !== null ? (
        <Code household={household} said={said} requestId={requestId} onBack={() => setRequestId(null)} />
      ) : (
        <form noValidate onSubmit={submit} className="flex flex-col gap-4">
          {Boolean(send.error) && <Notice urgent tone="bad" title={problemText(send.error)} />}
          <Big
            label={t('farmer.holder')}
            autoComplete="off"
            maxLength={60}
            value={said.holder}
            error={errorOf('holder')}
            onChange={(event) => keep({ holder: event.target.value })}
          />
          <Big
            label={t('farmer.cardNumber')}
            inputMode="numeric"
            autoComplete="off"
            className="numeric min-h-15! text-xl!"
            value={said.number.replace(/(\d{4})(?=\d)/g, '$1 ')}
            error={errorOf('number')}
            onChange={(event) => keep({ number: phoneCodes.digitsOf(event.target.value, 19) })}
          />
          <Big
            label={t('farmer.bankName')}
            hint={t('farmer.bankHint')}
            autoComplete="off"
            maxLength={60}
            value={said.bankName}
            error={errorOf('bankName')}
            onChange={(event) => keep({ bankName: event.target.value })}
          />
          <Big
            label={t('farmer.phone')}
            hint={t('farmer.phoneHint')}
            type="tel"
            inputMode="tel"
            autoComplete="tel-national"
            value={said.phone}
            error={errorOf('phone')}
            onChange={(event) => keep({ phone: phoneCodes.digitsOf(event.target.value, 11) })}
          />
          <BigButton type="submit" wide pending={send.isPending}>
            {t('farmer.sendCode')}
          </BigButton>
        </form>
      )}
    </NewCardFrame>
  );
}
