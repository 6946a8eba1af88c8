import { Card, Facts, LinkButton, Money, Notice, Timeline, useApi, type Fact, type TimelineEntry } from '@xihuo/ui';
import { Link, useParams } from 'react-router';
import { ActButton, type Act } from '../../admission/watching/act';
import { useSay } from '../../admission/watching/today';
import { Page } from '../../frame/page';
import { rowLink } from '../../frame/views';
import { Day, Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { ObjectFor } from '../object-for';
import { PaperButton } from '../paper';
import { useOwnSuppliers } from '../parts';
import { Span, useQuantity, WorkBadge, type Work } from './parts';
import { WitnessWork } from './witness-work';

/** As the state machine has it: what is earned is not taken back any more. */
const OPEN: readonly Work['state'][] = ['recorded', 'witnessed', 'contested'];

function Acts({ work }: { work: Work }) {
  const own = useOwnSuppliers().some(({ id }) => id === work.supplier.id);
  const county = hasRole(useMe(), ['countyAgriculture', 'countyRevitalisation']);
  const { id, version, state } = work;
  if (!OPEN.includes(state) || !(own || county)) return null;
  return (
    <div className="mt-3 flex flex-wrap gap-3">
      {state === 'recorded' && (county || !work.wasContested) && <WitnessWork work={work} />}
      {own && <Mend work={work} />}
      {state !== 'contested' && (
        <ObjectFor
          route="POST /benefit/work/{id}/contest"
          of={work}
          input={(body) => ({ params: { id }, version, body })}
        />
      )}
    </div>
  );
}

function Mend({ work }: { work: Work }) {
  const t = useT();
  const { id, version } = work;
  const withdraw: Act<'POST /benefit/work/{id}/withdraw'> = {
    route: 'POST /benefit/work/{id}/withdraw',
    ...{ word: t('work.withdraw'), lead: t('work.withdraw.lead'), done: t('work.withdraw.done'), look: 'danger' },
    fields: [{ name: 'reason', kind: 'area', label: t('agreement.reason'), least: 4, most: 300 }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { reason: reason.trim() } }),
  };
  return (
    <>
      <LinkButton look="secondary" to={`/benefit/work/${id}/correct`}>
        {t('delivery.correct')}
      </LinkButton>
      <ActButton act={withdraw} />
    </>
  );
}

const TONES = {
  recorded: 'attention',
  witnessed: 'info',
  contested: 'bad',
  confirmed: 'good',
  uncontested: 'good',
  corrected: 'info',
  withdrawn: 'info',
} as const;

/** How it stands, who has to move, and what a clerk may do about it. */
function Standing({ work }: { work: Work }) {
  const t = useT();
  const { state, household, contest, standsOn, correctionReason, replacedById } = work;
  const title =
    state === 'contested'
      ? t('work.contestedTitle', { reason: contest?.reason ?? '' })
      : t(`work.${state}Title`, { household: household.displayName });
  return (
    <Notice tone={TONES[state]} title={title}>
      {state === 'recorded' && t(work.wasContested ? 'work.recordedAgainText' : 'work.recordedText')}
      {state === 'contested' && t('work.contestedText')}
      {state === 'witnessed' && (
        <>
          {t('work.witnessedText')}
          <Day value={standsOn} />
        </>
      )}
      {(state === 'confirmed' || state === 'uncontested') && t('work.earnedText')}
      {state === 'withdrawn' && correctionReason}
      {state === 'corrected' && replacedById && (
        <Link to={`/benefit/work/${replacedById}`} className={rowLink}>
          {t('delivery.toNewer')}
        </Link>
      )}
      <Acts work={work} />
    </Notice>
  );
}

function useHistory(work: Work): TimelineEntry[] {
  const t = useT();
  const { state, witness, contest, confirmedAt, how, replacesId, correctionReason } = work;
  const entries: (TimelineEntry & { order: string })[] = [
    {
      id: 'recorded',
      order: work.recordedAt,
      at: <Moment value={work.recordedAt} />,
      title: t('delivery.happened.recorded'),
      children: (
        <>
          {witness && (
            <p>
              {t('agreement.witness')}${t('list.colon')}
              {witness.name} · {t(`witness.${witness.role}`)}
            </p>
          )}
          {replacesId && (
            <>
              {correctionReason && <p>{t('delivery.because', { reason: correctionReason })}</p>}
              <Link to={`/benefit/work/${replacesId}`} className={rowLink}>
                {t('delivery.toOlder')}
              </Link>
            </>
          )}
        </>
      ),
    },
  ];
  if (contest)
    entries.push({
      ...{ id: 'contested', order: contest.at, at: <Moment value={contest.at} /> },
      title: t('work.contested'),
      children: (
        <>
          <p>{contest.reason}</p>
          {contest.paperId && <PaperButton id={contest.paperId}>{t('objectFor.see')}</PaperButton>}
        </>
      ),
    });
  if (confirmedAt)
    entries.push({
      ...{ id: 'confirmed', order: confirmedAt, at: <Moment value={confirmedAt} /> },
      ...{ title: t('delivery.happened.confirmed'), children: how && t(`work.how.${how}`) },
    });
  entries.sort((one, other) => one.order.localeCompare(other.order));
  if (state !== 'uncontested' && state !== 'corrected' && state !== 'withdrawn') return entries;
  return [...entries, { id: 'over', at: t('delivery.thereafter'), title: t(`came.work.${state}`) }];
}

function useFacts(work: Work): Fact[] {
  const t = useT();
  const say = useSay();
  const quantity = useQuantity();
  return [
    {
      term: t('dues.household'),
      detail: (
        <Link to={`/benefit/households/${work.household.id}`} className={rowLink}>
          {work.household.displayName} · {work.household.village}
        </Link>
      ),
    },
    ...(work.worker === work.household.displayName ? [] : [{ term: t('work.worker'), detail: work.worker }]),
    { term: t('agreement.supplier'), detail: work.supplier.name },
    {
      term: t('agreement.untitled'),
      detail: (
        <Link to={`/benefit/agreements/${work.agreement.id}`} className={rowLink}>
          <span className="numeric">{work.agreement.number}</span>
        </Link>
      ),
    },
    { term: t('work.when'), detail: <Span from={work.from} to={work.to} /> },
    { term: t('work.quantity'), detail: quantity(work) },
    { term: t('dues.due'), detail: <Money value={work.amount} size="price" /> },
    { term: t('dues.why'), detail: say(work.why) },
    ...(work.witness?.paperId
      ? [
          {
            term: t('work.paper'),
            detail: <PaperButton id={work.witness.paperId}>{t('work.seePaper')}</PaperButton>,
          },
        ]
      : []),
  ];
}

function Whats({ work }: { work: Work }) {
  const t = useT();
  const history = useHistory(work);
  const facts = useFacts(work);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="flex flex-col gap-6">
        <Standing work={work} />
        <Card title={t('work.facts')} aside={<WorkBadge state={work.state} />}>
          <Facts facts={facts} />
        </Card>
      </div>
      <Card title={t('delivery.history')}>
        <Timeline entries={history} />
      </Card>
    </div>
  );
}

/** One record of work: how it stands, what it says and earns, and what happened to it. */
export function WorkPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /benefit/work/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? t('work.title', { household: query.data.household.displayName }) : t('menu.work')}
      back={{ to: '/benefit/work', word: t('menu.work') }}
      history={{ kind: 'work', id }}
    >
      <Whole query={query}>{(work) => <Whats work={work} />}</Whole>
    </Page>
  );
}
