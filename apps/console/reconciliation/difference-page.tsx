import { Badge, Card, Facts, Money, Notice, Table, Timeline, useApi } from '@xihuo/ui';
import { Link, useParams } from 'react-router';
import { ActButton, type Act } from '../admission/watching/act';
import type { ActField } from '../admission/watching/act-fields';
import { Sheet } from '../admission/watching/frame';
import { Page } from '../frame/page';
import { rowLink } from '../frame/views';
import { Day, Moment } from '../frame/when';
import { Whole } from '../frame/whole';
import { hasRole, useMe } from '../identity/me';
import { useBookNames } from '../ledger/names';
import { useT } from '../words';
import { StateBadge, Turn, useSides, type Difference } from './parts';

type Step = Difference['may'][number];
const BILL_KINDS = ['payment', 'refund', 'refundFailure', 'transfer', 'transferReversal', 'adjustment'] as const;
/** Of a payment or a refund of ours. */
const STATES = [
  ...(['created', 'awaitingBuyer', 'unknown', 'captured', 'failed', 'cancelled'] as const),
  ...(['requested', 'sent', 'succeeded'] as const),
];

/** Said what it is, or mended, by the reader: another closes it, and until then it can only be taken back. */
const isSaid = ({ turn, may }: Difference) => turn === 'another' && !may.includes('close');

function StepButton({ one, step }: { one: Difference; step: Step }) {
  const t = useT();
  const name = step === 'assign' && isSaid(one) ? 'takeBack' : step;
  const note: ActField = {
    ...{ name: 'note', kind: 'area', label: t('recon.note'), hint: t('recon.noteHint'), least: 4, most: 1000 },
  };
  const act: Act<'POST /payment/differences/{id}/steps'> = {
    route: 'POST /payment/differences/{id}/steps',
    word: t(`recon.step.${name}`),
    lead: t(`recon.step.${name}.lead`),
    done: t('recon.done'),
    look: name === 'assign' || name === 'close' ? 'primary' : 'secondary',
    fields: step === 'assign' || step === 'close' ? [] : [note],
    input: ({ note: said = '' }) => ({
      params: { id: one.id },
      version: one.version,
      body: { step, note: said.trim() },
    }),
  };
  return <ActButton act={act} />;
}

function Now({ one }: { one: Difference }) {
  const t = useT();
  if (!hasRole(useMe(), ['finance']) || one.state === 'closed') return null;
  return (
    <Card title={t('act.now')}>
      <div className="flex flex-col items-stretch gap-3">
        {isSaid(one) && <p className="text-ink-soft">{t('recon.anotherCloses')}</p>}
        {one.may.length === 0 && !isSaid(one) && <p className="text-ink-soft">{t('recon.ownersTurn')}</p>}
        {one.may.map((step) => (
          <StepButton key={step} one={one} step={step} />
        ))}
      </div>
    </Card>
  );
}

function Standing({ one }: { one: Difference }) {
  const t = useT();
  return (
    <Card title={t('recon.standing')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <StateBadge row={one} /> },
          { term: t('recon.turn'), detail: <Turn row={one} /> },
          { term: t('recon.owner'), detail: one.owner?.name ?? t('list.notYet') },
          { term: t('recon.day'), detail: <Day value={one.day} /> },
          { term: t('recon.openedAt'), detail: <Moment value={one.openedAt} /> },
          ...(one.closedAt ? [{ term: t('recon.closedAt'), detail: <Moment value={one.closedAt} /> }] : []),
        ]}
      />
    </Card>
  );
}

/** Our side and the other, and how far they are apart. */
function Sides({ one }: { one: Difference }) {
  const t = useT();
  const sideOf = useSides();
  const apart = { amount: String(BigInt(one.there.amount) - BigInt(one.here.amount)), currency: 'CNY' as const };
  return (
    <Card title={t('recon.sides')}>
      <Notice tone={one.state === 'closed' ? 'good' : 'attention'}>{t(`recon.kind.${one.kind}.text`)}</Notice>
      <dl className="mt-4 grid grid-cols-1 gap-4 sm:grid-cols-3">
        {(
          [
            [t('recon.here'), one.here],
            [sideOf(one.kind), one.there],
            [t('recon.apart'), apart],
          ] as const
        ).map(([term, value]) => (
          <div key={term} className="rounded-md bg-sunken px-4 py-3">
            <dt className="text-sm text-ink-soft">{term}</dt>
            <dd className="numeric text-xl">
              <Money value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function OurRows({ one: { payment, refund, order } }: { one: Difference }) {
  const t = useT();
  if (!payment && !refund) return <Card title={t('recon.ours')}>{t('recon.nothingOfOurs')}</Card>;
  const about = refund ?? payment!;
  const known = STATES.find((state) => state === about.state);
  const when = refund ? refund.endedAt : payment!.capturedAt;
  return (
    <Card title={t('recon.ours')}>
      <Facts
        facts={[
          { term: t('recon.what'), detail: t(refund ? 'recon.refund' : 'recon.payment') },
          { term: t('recon.amount'), detail: <Money value={about.amount} /> },
          { term: t('list.state'), detail: known ? t(`recon.is.${known}`) : about.state },
          { term: t('recon.when'), detail: <Moment value={when} /> },
          { term: t('recon.ref'), detail: <code className="text-sm break-all">{about.ref ?? t('list.notYet')}</code> },
          { term: t('recon.order'), detail: <span className="numeric">{order?.number ?? t('list.notYet')}</span> },
        ]}
      />
    </Card>
  );
}

function Bill({ one }: { one: Difference }) {
  const t = useT();
  const nameOf = (kind: string) => {
    const known = BILL_KINDS.find((candidate) => candidate === kind);
    return known ? t(`recon.line.${known}`) : kind;
  };
  return (
    <Card title={t('recon.bill')}>
      {one.bill.length === 0 ? (
        <p className="text-ink-soft">{t('recon.noLines')}</p>
      ) : (
        <Table
          caption={t('recon.bill')}
          rows={one.bill}
          rowKey={(row) => row.ref}
          columns={[
            {
              id: 'kind',
              header: t('recon.what'),
              rowHeader: true,
              cell: (row) => (
                <>
                  {nameOf(row.kind)} {row.isGone && <Badge tone="attention">{t('recon.gone')}</Badge>}
                </>
              ),
            },
            { id: 'amount', header: t('recon.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
            { id: 'day', header: t('recon.day'), cell: (row) => <Day value={row.day} /> },
            { id: 'ref', header: t('recon.ref'), cell: (row) => <code className="text-xs break-all">{row.ref}</code> },
          ]}
        />
      )}
    </Card>
  );
}

function Books({ one }: { one: Difference }) {
  const t = useT();
  const names = useBookNames();
  if (one.payment === null) return null;
  return (
    <Card title={t('recon.books')}>
      {one.books.length === 0 ? (
        <p className="text-ink-soft">{t('recon.notBooked')}</p>
      ) : (
        <Table
          caption={t('recon.books')}
          rows={one.books}
          rowKey={(row) => `${row.groupId}${row.code}${row.amount.amount}`}
          columns={[
            {
              id: 'what',
              header: t('recon.what'),
              rowHeader: true,
              cell: (row) => (
                <Link to={`/ledger/groups/${row.groupId}`} className={rowLink}>
                  {names.movement(row.code)}
                </Link>
              ),
            },
            { id: 'amount', header: t('recon.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
            { id: 'day', header: t('recon.day'), cell: (row) => <Day value={row.day} /> },
          ]}
        />
      )}
    </Card>
  );
}

function History({ one }: { one: Difference }) {
  const t = useT();
  return (
    <Card title={t('recon.history')}>
      <Timeline
        entries={one.steps.map((step, index) => ({
          id: String(index),
          at: <Moment value={step.at} />,
          title: t(`recon.event.${step.event}`),
          children: [step.by, step.note].filter((part) => part !== null).join(' · '),
        }))}
      />
    </Card>
  );
}

/** One difference with everything either side has of it. */
export function DifferencePage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /payment/differences/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? t(`recon.kind.${query.data.kind}`) : t('recon.one')}
      back={{ to: '/payment/differences', word: t('menu.reconciliation') }}
      history={{ kind: 'difference', id }}
    >
      <Whole query={query}>
        {(one) => (
          <Sheet
            main={
              <>
                <Sides one={one} />
                <OurRows one={one} />
                <Bill one={one} />
                <Books one={one} />
                <History one={one} />
              </>
            }
            side={
              <>
                <Now one={one} />
                <Standing one={one} />
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
