import { Card, Facts, formatDate, Notice, useApi, useLocale, type Fact } from '@xihuo/ui';
import { Link, useParams } from 'react-router';
import { Page } from '../frame/page';
import { rowLink } from '../frame/views';
import { Day, Moment } from '../frame/when';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { AgreementActs } from './agreement-acts';
import { Term } from './agreements-page';
import { PaperButton } from './paper';
import { StateBadge, TargetBar, type Agreement } from './parts';
import { PlainWords } from './plain-words';
import { TermFacts } from './term-facts';

/** What it waits for, who has to move, or how it ended. */
function Next({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const locale = useLocale();
  const { state } = agreement;
  const day = (value: string) => formatDate(value, locale);
  if (state === 'draft')
    return (
      <Notice tone="attention" title={t('agreement.next.draft')}>
        {t('agreement.next.draftText')}
      </Notice>
    );
  if (state === 'offered')
    return (
      <Notice tone="attention" title={t('agreement.next.offered')}>
        {t(agreement.phones > 0 ? 'agreement.next.phones' : 'agreement.next.noPhone')}
      </Notice>
    );
  if (state === 'signed')
    return <Notice tone="info" title={t('agreement.next.signed', { date: day(agreement.effectiveFrom) })} />;
  if (state === 'inForce')
    return (
      <Notice
        tone="good"
        title={
          agreement.effectiveTo === null
            ? t('agreement.next.inForce')
            : t('agreement.next.inForceTo', { date: day(agreement.effectiveTo) })
        }
      />
    );
  if (state === 'superseded')
    return (
      <Notice tone="info" title={t('agreement.next.superseded')}>
        {agreement.supersededBy && (
          <Link to={`/benefit/agreements/${agreement.supersededBy}`} className={rowLink}>
            {t('agreement.toNewer')}
          </Link>
        )}
      </Notice>
    );
  const ended = agreement.endedBy ? t(`agreement.endedBy.${agreement.endedBy}`) : t(`agreement.${state}`);
  return (
    <Notice tone={state === 'declined' ? 'bad' : 'info'} title={state === 'ended' ? ended : t(`agreement.${state}`)}>
      {state === 'declined' ? agreement.declineReason : agreement.endReason}
    </Notice>
  );
}

function Signing({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const { offeredAt, offeredBy, signing } = agreement;
  const facts: Fact[] = [
    {
      term: t('agreement.bySupplier'),
      detail: offeredAt ? (
        <>
          {offeredBy && <span className="block">{offeredBy}</span>}
          <Moment value={offeredAt} />
        </>
      ) : (
        t('agreement.notSigned')
      ),
    },
    {
      term: t('agreement.byHousehold'),
      detail: signing ? (
        <>
          <span className="block">{t(`signing.${signing.way}`)}</span>
          <Moment value={signing.at} />
        </>
      ) : (
        t('agreement.notSigned')
      ),
    },
  ];
  const witness = signing?.witness;
  if (witness)
    facts.push({
      term: t('agreement.witness'),
      detail: (
        <>
          {witness.name} · {t(`witness.${witness.role}`)}
          <span className="block">
            <Day value={witness.on} />
          </span>
          {witness.paperId && <PaperButton id={witness.paperId}>{t('agreement.sheet')}</PaperButton>}
        </>
      ),
    });
  return (
    <Card title={t('agreement.signing')}>
      <Facts facts={facts} />
    </Card>
  );
}

/** Every version of it, the newest first; days that are over stay bound by the one that held them. */
function Versions({ agreement }: { agreement: Agreement }) {
  const t = useT();
  if (agreement.versions.length < 2) return null;
  return (
    <Card title={t('agreement.versions')}>
      <ol className="flex flex-col">
        {[...agreement.versions]
          .sort((one, other) => other.edition - one.edition)
          .map(({ id, edition, state, effectiveFrom }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-3 border-b border-line py-2 last:border-0"
            >
              {id === agreement.id ? (
                <span className="font-semibold">{t('agreement.edition', { number: edition })}</span>
              ) : (
                <Link to={`/benefit/agreements/${id}`} className={rowLink}>
                  {t('agreement.edition', { number: edition })}
                </Link>
              )}
              <span className="text-sm text-ink-soft">
                {t('agreement.from')} <Day value={effectiveFrom} />
              </span>
              <StateBadge state={`agreement.${state}`} />
            </li>
          ))}
      </ol>
    </Card>
  );
}

function Figures({ agreement }: { agreement: Agreement }) {
  const t = useT();
  return (
    <Card title={t('agreement.figures')}>
      <Facts
        facts={[
          { term: t('agreement.kind'), detail: t(`linkage.${agreement.kind}`) },
          {
            term: t('dues.household'),
            detail: (
              <Link to={`/benefit/households/${agreement.household.id}`} className={rowLink}>
                {agreement.household.displayName}
              </Link>
            ),
          },
          { term: t('agreement.supplier'), detail: agreement.supplier.name },
          ...(agreement.target
            ? [{ term: t('agreement.target'), detail: <TargetBar target={agreement.target} /> }]
            : []),
        ]}
      />
      <hr className="my-3 border-line" />
      <TermFacts terms={agreement.terms} productName={agreement.product?.name ?? null} />
      <hr className="my-3 border-line" />
      <Facts facts={[{ term: t('agreement.term'), detail: <Term agreement={agreement} /> }]} />
    </Card>
  );
}

/** One version of an agreement: the page that is signed beside its figures, who signed how, and what can be done. */
export function AgreementPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /benefit/agreements/{id}', { params: { id } });
  const agreement = query.data;
  return (
    <Page
      history={{ kind: 'agreement', id }}
      title={agreement ? t('agreement.title', { household: agreement.household.displayName }) : t('agreement.untitled')}
      lead={
        agreement && (
          <>
            {t(`linkage.${agreement.kind}`)} · <span className="numeric">{agreement.number}</span>{' '}
            <StateBadge state={`agreement.${agreement.state}`} />
          </>
        )
      }
      back={{ to: '/benefit/agreements', word: t('menu.agreements') }}
    >
      <Whole query={query}>
        {(data) => (
          // What can be done stands first on a phone, the page that is signed before its figures.
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
            <div className="flex min-w-0 flex-col gap-5 lg:col-start-2">
              <Next agreement={data} />
              <AgreementActs agreement={data} />
            </div>
            <div className="flex min-w-0 flex-col gap-5 lg:col-start-1 lg:row-span-2 lg:row-start-1">
              <PlainWords words={data.words} number={data.number} />
              <Versions agreement={data} />
            </div>
            <div className="flex min-w-0 flex-col gap-5 lg:col-start-2">
              <Figures agreement={data} />
              <Signing agreement={data} />
            </div>
          </div>
        )}
      </Whole>
    </Page>
  );
}
