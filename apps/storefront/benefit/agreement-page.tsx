import { formatDate, Notice, TextField, useApi, useLocale, useProblemText } from '@xihuo/ui';
import { useState } from 'react';
import { StateMark, Target, useTerm, type Agreement } from './agreements';
import { Answer } from './answer';
import { BigButton, Reading } from './pieces';
import { ReadAloud } from './read-aloud';
import { useAct } from './use-act';
import { useT } from './words';

/** What the household may do with an offer: sign exactly this page, or not. */
function Signing({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const problemText = useProblemText();
  const [understood, setUnderstood] = useState(false);
  const { id, version, supplier, words } = agreement;
  const sign = useAct('POST /me/agreements/{id}/sign', () => ({
    params: { id },
    version,
    body: { hash: words.hash },
  }));
  const decline = useAct('POST /me/agreements/{id}/decline', (reason: string) => ({
    params: { id },
    version,
    body: { reason },
  }));
  return (
    <section aria-labelledby="signing" className="flex flex-col gap-4 border-t border-line pt-5">
      <h2 id="signing" className="text-xl">
        {t('farmer.signing')}
      </h2>
      <p className="text-base text-ink-soft">{t('farmer.signingText')}</p>
      <label className="flex min-h-15 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          className="size-7 shrink-0 accent-green"
          checked={understood}
          onChange={(event) => setUnderstood(event.target.checked)}
        />
        {t('farmer.understood')}
      </label>
      {Boolean(sign.problem) && <Notice urgent tone="bad" title={problemText(sign.problem)} />}
      <BigButton wide pending={sign.pending} unavailable={!understood} onClick={() => sign.send()}>
        {t('farmer.sign')}
      </BigButton>
      <Answer
        label={t('farmer.signing')}
        no={{
          words: t('farmer.decline'),
          sendWords: t('farmer.declineSend'),
          reasons: [t('decline.price'), t('decline.amount'), t('decline.term'), t('decline.later')],
          act: decline,
        }}
        whoAnswers={t('farmer.declineNext', { supplier: supplier.name })}
      />
    </section>
  );
}

/** Both sides may leave; what was earned until the last day stays owed. */
function Ending({ agreement, today }: { agreement: Agreement; today: string }) {
  const t = useT();
  const [lastDay, setLastDay] = useState(today);
  const { id, version, supplier } = agreement;
  const end = useAct('POST /me/agreements/{id}/end', (reason: string) => ({
    params: { id },
    version,
    body: { reason, lastDay },
  }));
  return (
    <details className="rounded-md bg-sunken px-4">
      <summary className="flex min-h-15 cursor-pointer items-center font-medium">{t('farmer.endAgreement')}</summary>
      <div className="flex flex-col gap-4 pb-4">
        <p className="text-base text-ink-soft">{t('farmer.endText')}</p>
        <TextField
          label={t('farmer.lastDay')}
          type="date"
          min={today}
          max={agreement.effectiveTo ?? undefined}
          className="min-h-15! text-lg!"
          value={lastDay}
          onChange={(event) => setLastDay(event.target.value)}
        />
        <Answer
          label={t('farmer.endAgreement')}
          no={{
            words: t('farmer.endStart'),
            sendWords: t('farmer.endSend'),
            reasons: [t('end.price'), t('end.moved'), t('end.noMore'), t('end.unpaid')],
            act: end,
          }}
          whoAnswers={t('farmer.endNext', { supplier: supplier.name })}
        />
      </div>
    </details>
  );
}

function Signed({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const locale = useLocale();
  const { signing, endReason, declineReason } = agreement;
  return (
    <div className="flex flex-col gap-2 text-base text-ink-soft">
      {signing && (
        <p>
          {t('farmer.signedOn', { date: formatDate(signing.at, locale), way: t(`signing.${signing.way}`) })}
          {signing.witness && t('farmer.signedBefore', { name: signing.witness.name })}
        </p>
      )}
      {endReason && <p>{t('farmer.endedBecause', { reason: endReason })}</p>}
      {declineReason && <p>{t('farmer.declinedBecause', { reason: declineReason })}</p>}
      <p className="break-all">
        {t('farmer.agreementNumber', { number: agreement.number, hash: agreement.words.hash.slice(0, 12) })}
      </p>
    </div>
  );
}

/** One agreement on one page, in words that can be read aloud. */
export function AgreementPage({ id }: { id: string }) {
  const t = useT();
  const locale = useLocale();
  const term = useTerm();
  const read = useApi('GET /me/agreements/{id}', { params: { id } });
  const outlook = useApi('GET /me/outlook', { query: {} });
  return (
    <Reading read={read}>
      {(agreement) => {
        const { words, actions, target } = agreement;
        const said = (text: { zh: string; en: string }) => (locale === 'en' ? text.en : text.zh);
        return (
          <article className="flex flex-col gap-5">
            <header>
              <h2 className="text-2xl">{said(words.title)}</h2>
              <p className="mt-1 flex flex-wrap items-center gap-x-3">
                <StateMark state={agreement.state} />
                <span className="text-base text-ink-soft">{term(agreement)}</span>
              </p>
            </header>
            <ReadAloud sentences={[words.title, ...words.sentences].map(said)} />
            <ol className="flex list-decimal flex-col gap-3 rounded-lg border border-line bg-surface py-5 ps-10 pe-5 text-xl leading-relaxed">
              {words.sentences.map((sentence, index) => (
                <li key={index}>{said(sentence)}</li>
              ))}
            </ol>
            {target && agreement.state !== 'offered' && <Target target={target} />}
            {actions.includes('sign') && <Signing agreement={agreement} />}
            <Signed agreement={agreement} />
            {actions.includes('end') && outlook.data && <Ending agreement={agreement} today={outlook.data.today} />}
            <a href="#/agreements" className="flex min-h-15 items-center text-green underline-offset-4 hover:underline">
              {t('farmer.allAgreements')}
            </a>
          </article>
        );
      }}
    </Reading>
  );
}
