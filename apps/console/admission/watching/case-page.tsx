import { Card, Facts, Notice, Table, useApi, useApiClient } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../../frame/page';
import { RowLink } from '../../frame/views';
import { Day, Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { Download } from '../apply/steps/download';
import { CaseActs } from './case-acts';
import { Said, Sheet } from './frame';
import { Papers } from './papers';
import { KindBadge, StateBadge, type CaseDetail } from './states';
import { SupplierLink } from './supplier-link';
import { Until, useSay, useToday } from './today';

/** What comes next, until when, and who decides: one sentence on top of the case. */
function Next({ found }: { found: CaseDetail }) {
  const t = useT();
  const today = useToday();
  const { state, statementUntil, proposal } = found;
  if (state === 'closed')
    return (
      <Notice tone="info" title={t('case.next.closed')}>
        {found.outcome}
      </Notice>
    );
  const heard = statementUntil !== null && today !== undefined && statementUntil < today;
  const open = found.bySupplier
    ? (['case.next.asked', 'case.next.askedHeard'] as const)
    : (['case.next.open', 'case.next.openHeard'] as const);
  if (state === 'open')
    return (
      <Notice tone="attention" title={t(open[heard ? 1 : 0])}>
        {!heard && statementUntil && <Until day={statementUntil} />}
      </Notice>
    );
  return (
    <Notice tone="bad" title={t(heard ? 'case.next.decide' : 'case.next.hearing')}>
      {proposal && t('case.next.byOthers', { name: proposal.by.name })}
      {!heard && (
        <span className="block">
          <Until day={statementUntil} />
        </span>
      )}
    </Notice>
  );
}

function Proposal({ proposal }: { proposal: CaseDetail['proposal'] }) {
  const t = useT();
  if (!proposal) return null;
  return (
    <Card title={t('case.proposal')} aside={<KindBadge kind={proposal.kind} />}>
      <Said>{proposal.reason}</Said>
      <p className="mt-2 text-sm text-ink-faint">
        {proposal.by.name} · <Moment value={proposal.at} />
        {proposal.barMonths !== null && ` · ${t('case.barMonths', { count: proposal.barMonths })}`}
      </p>
    </Card>
  );
}

export function Statements({ statements }: Pick<CaseDetail, 'statements'>) {
  const t = useT();
  return (
    <Card title={t('case.statements')}>
      {statements.length === 0 && <p className="text-ink-soft">{t('case.noStatements')}</p>}
      <ol className="flex flex-col gap-4">
        {statements.map(({ id, statement, files, statedAt }) => (
          <li key={id} className="border-s-2 border-line ps-4">
            <p className="text-sm text-ink-faint">
              <Moment value={statedAt} />
            </p>
            <Said>{statement}</Said>
            <Papers ids={files} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

export function CaseMeasures({ measures, to }: Pick<CaseDetail, 'measures'> & { to: string }) {
  const t = useT();
  const say = useSay();
  if (measures.length === 0) return null;
  return (
    <Card title={t('case.measures')}>
      <Table
        caption={t('case.measures')}
        rows={measures}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'kind',
            header: t('measure.kind'),
            rowHeader: true,
            cell: (row) => (
              <span className="whitespace-nowrap">
                <RowLink to={`${to}/${row.id}`}>{t(`measureKind.${row.kind}`)}</RowLink>
              </span>
            ),
          },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`measure.${row.state}`} /> },
          {
            id: 'reason',
            header: t('measure.reason'),
            cell: (row) => <span className="block sm:max-w-80">{say(row.reason)}</span>,
          },
          { id: 'since', header: t('measure.since'), cell: (row) => <Day value={row.startedAt} /> },
        ]}
      />
    </Card>
  );
}

/** What the published list provides for, so that one case is dealt with like the next. */
function Provided({
  provided: { stages, rectificationDays, barMonths },
}: {
  provided: NonNullable<CaseDetail['provided']>;
}) {
  const t = useT();
  const terms = [
    ...(rectificationDays === null ? [] : [t('case.provided.days', { count: rectificationDays })]),
    ...(barMonths === null || barMonths === 0 ? [] : [t('case.barMonths', { count: barMonths })]),
  ];
  return (
    <>
      {stages.map((kind) => t(`measureKind.${kind}`)).join(' → ')}
      {terms.length > 0 && <span className="block text-sm text-ink-faint">{terms.join(' · ')}</span>}
    </>
  );
}

function openerOf({ byMachine, bySupplier }: CaseDetail): 'machine' | 'supplierItself' | 'person' {
  if (bySupplier) return 'supplierItself';
  return byMachine ? 'machine' : 'person';
}

/** What a case rests on: the ground as published, what was found, since when. */
export function CaseFacts({ found, supplier }: { found: CaseDetail; supplier: React.ReactNode }) {
  const t = useT();
  const say = useSay();
  return (
    <Card title={t('case.facts')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <StateBadge state={`case.${found.state}`} /> },
          { term: t('watch.supplier'), detail: supplier },
          { term: t('watch.county'), detail: `${found.county.provinceName} ${found.county.name}` },
          { term: t('case.ground'), detail: `${found.ground.code} ${say(found.ground.name)}` },
          ...(found.groundSource
            ? [{ term: t('case.groundSource'), detail: <span className="text-sm">{found.groundSource}</span> }]
            : []),
          ...(found.provided && found.provided.stages.length > 0
            ? [{ term: t('case.provided'), detail: <Provided provided={found.provided} /> }]
            : []),
          ...(found.earlier > 0
            ? [{ term: t('case.earlier'), detail: t('case.earlierCount', { count: found.earlier }) }]
            : []),
          ...(found.productName ? [{ term: t('watch.product'), detail: found.productName }] : []),
          { term: t('case.openedBy'), detail: t(`watch.${openerOf(found)}`) },
          { term: t('case.opened'), detail: <Moment value={found.openedAt} /> },
          {
            term: t(found.bySupplier ? 'case.publicUntil' : 'case.statementUntil'),
            detail: <Until day={found.statementUntil} settled={found.state === 'closed'} />,
          },
          ...(found.closedAt ? [{ term: t('case.closedAt'), detail: <Moment value={found.closedAt} /> }] : []),
        ]}
      />
    </Card>
  );
}

/** The case as a paper, for whoever has to hand it on. */
function CaseFile({ found }: { found: CaseDetail }) {
  const t = useT();
  const api = useApiClient();
  return (
    <Download
      word={t('review.caseFile')}
      name={`${t('case.fileName')}-${found.supplier.name}.pdf`}
      get={() => api('GET /admission/cases/{id}/case-file', { params: { id: found.id } }) as Promise<Blob>}
    />
  );
}

/** One case: what was found, what the supplier says, what is proposed, and what somebody may do now. */
export function CasePage() {
  const t = useT();
  const say = useSay();
  const { id = '' } = useParams();
  const me = useMe();
  const query = useApi('GET /admission/cases/{id}', { params: { id } });
  const title = query.data ? `${query.data.supplier.name} · ${say(query.data.ground.name)}` : t('watch.case');
  return (
    <Page
      title={title}
      back={{ to: '/admission/watching/cases', word: t('watch.cases') }}
      history={{ kind: 'case', id }}
      actions={query.data && hasRole(me, ['auditor', 'reviewer', 'operator']) && <CaseFile found={query.data} />}
    >
      <Whole query={query}>
        {(found) => (
          <Sheet
            main={
              <>
                <Card title={t('case.summary')}>
                  <Said>{say(found.summary)}</Said>
                </Card>
                <Proposal proposal={found.proposal} />
                <Statements statements={found.statements} />
                <CaseMeasures measures={found.measures} to="/admission/watching/measures" />
              </>
            }
            side={
              <>
                <Next found={found} />
                <CaseActs found={found} />
                <CaseFacts found={found} supplier={<SupplierLink supplier={found.supplier} />} />
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
