import { formatDate, Notice, useApi, useLocale, type Output } from '@xihuo/ui';
import { useEffect, useRef } from 'react';
import { Answer } from './answer';
import { cameBack, useCameBackWords } from './came-back';
import { NewCard } from './new-card';
import { Reading } from './pieces';
import { useAct } from './use-act';
import { useT } from './words';

type Paid = Output<'GET /me/payouts'>;
/** A card that waits: until when, what is still to happen, and how to stop it. */
function Waiting({ waiting }: { waiting: NonNullable<Paid['waiting']> }) {
  const t = useT();
  const locale = useLocale();
  const { id, bankName, numberTail, heldUntil, state } = waiting;
  const cancel = useAct('POST /me/payee-accounts/{id}/cancel', (reason: string) => ({
    params: { id },
    body: { reason },
  }));
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that named it is gone with the button that was pressed: the keyboard and the reader of the screen go on here.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  const facts = { bank: bankName, tail: numberTail, day: formatDate(heldUntil, locale) };
  return (
    <section aria-labelledby="waiting" className="flex flex-col gap-4 rounded-lg border border-line-strong p-5">
      <h2 ref={heading} id="waiting" tabIndex={-1} className="text-xl outline-none">
        {t('farmer.cardNew', facts)}
      </h2>
      <p>{t(state === 'proposed' ? 'farmer.cardProposed' : 'farmer.cardHeld', facts)}</p>
      <Answer
        label={t('farmer.cardNew', facts)}
        no={{
          words: t('farmer.cardCancel'),
          sendWords: t('farmer.cardCancelSend'),
          reasons: [t('cancel.notMe'), t('cancel.wrongNumber'), t('cancel.keepOld')],
          act: cancel,
        }}
        whoAnswers={t('farmer.cardCancelNext')}
      />
    </section>
  );
}

/** The card a household is paid to: what came back from it, the one that waits, and another in its place. */
export function CardPage({ household, holder }: { household: string; holder: string }) {
  const t = useT();
  const words = useCameBackWords();
  const read = useApi('GET /me/payouts', { query: { household } });
  return (
    <Reading read={read}>
      {(paid) => {
        const { account, waiting } = paid;
        const back = cameBack(paid);
        return (
          <div className="flex flex-col gap-6">
            {back && (
              <Notice tone="bad" title={words(back)}>
                {t('farmer.mendCard')}
              </Notice>
            )}
            {account?.state === 'confirmed' && (
              <p lang="zh-CN">{t('farmer.cardIs', { bank: account.bankName, tail: account.numberTail })}</p>
            )}
            {account === null && waiting === null && <Notice tone="attention" title={t('farmer.cardNone')} />}
            {waiting && <Waiting waiting={waiting} />}
            {waiting?.state !== 'proposed' && <NewCard household={household} holder={holder} />}
            <a href="#/" className="flex min-h-15 items-center text-green underline-offset-4 hover:underline">
              {t('farmer.toEarnings')}
            </a>
          </div>
        );
      }}
    </Reading>
  );
}
