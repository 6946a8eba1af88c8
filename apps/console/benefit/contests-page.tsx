import { Button, Card, EmptyState, Facts, Money, Notice, usePages } from '@xihuo/ui';
import { Said } from '../admission/watching/frame';
import { ActButton, type Act } from '../admission/watching/act';
import { Until, useSay, useToday } from '../admission/watching/today';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Day, Moment } from '../frame/when';
import { Refused, Waiting } from '../frame/whole';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { AnswerContest } from './answer-contest';
import { HouseholdAreas } from './households-page';
import { PaperButton } from './paper';
import { StateBadge, useOwnSuppliers, type Contest } from './parts';

const STATES = ['open', 'escalated', 'upheld', 'explained', 'closed', 'overtaken'] as const;

function Answered({ contest }: { contest: Contest }) {
  const t = useT();
  const { answer } = contest;
  if (!answer) return null;
  return (
    <Notice
      tone={answer.added ? 'good' : 'info'}
      title={
        <span className="flex flex-wrap items-baseline gap-x-3">
          {t(`contest.by.${answer.by}`)}
          <span className="text-sm font-normal text-ink-soft">
            <Moment value={answer.at} />
          </span>
        </span>
      }
    >
      <Said>{answer.words}</Said>
      {answer.added && (
        <p>
          {t('contest.added')} <Money value={answer.added} />
        </p>
      )}
    </Notice>
  );
}

type ByWhom = {
  route: 'POST /benefit/contests/{id}/escalate' | 'POST /me/contests/{id}/escalate';
  word: 'takeUp' | 'ask';
};
/** A household without a phone says to the county that it is not content: an officer writes it down. */
const FOR_A_HOUSEHOLD: ByWhom = { route: 'POST /benefit/contests/{id}/escalate', word: 'takeUp' };
const FOR_ITSELF: ByWhom = { route: 'POST /me/contests/{id}/escalate', word: 'ask' };

function Escalate({ contest: { id, version }, by: { route, word } }: { contest: Contest; by: ByWhom }) {
  const t = useT();
  const act: Act<ByWhom['route']> = {
    ...{ route, word: t(`contest.${word}`), lead: t(`contest.${word}Lead`), done: t('contest.takenUp'), fields: [] },
    input: () => ({ params: { id }, version }),
  };
  return (
    <p>
      <ActButton act={act} />
    </p>
  );
}

function Objector({ contest: { household, collective, supplier } }: { contest: Contest }) {
  if (household) return <RowLink to={`/benefit/households/${household.id}`}>{household.displayName}</RowLink>;
  return <RowLink to={`/benefit/collectives/${supplier.id}/${collective?.id ?? ''}`}>{collective?.name ?? ''}</RowLink>;
}

function One({ contest }: { contest: Contest }) {
  const t = useT();
  const say = useSay();
  const me = useMe();
  const acted = useOwnSuppliers();
  const own = acted.some(({ id }) => id === contest.supplier.id);
  const objects = acted.some(({ id }) => id === contest.collective?.id);
  const county = hasRole(me, ['countyAgriculture', 'countyRevitalisation']);
  const { obligation, state } = contest;
  const today = useToday();
  const late = state === 'open' && today !== undefined && today > contest.answerBy;
  return (
    <Card title={<Objector contest={contest} />} aside={<StateBadge state={`contest.${state}`} />}>
      <div className="flex flex-col gap-3">
        <blockquote className="border-s-4 border-amber ps-3">
          <Said>{contest.reason}</Said>
        </blockquote>
        <Facts
          facts={[
            { term: t('contest.line'), detail: say(obligation.why) },
            { term: t('dues.kind'), detail: t(`obligation.${obligation.kind}`) },
            {
              term: t('dues.due'),
              detail: (
                <span className="flex flex-wrap items-baseline gap-x-3">
                  <Money value={obligation.due} />
                  <span className="text-sm text-ink-faint">
                    <Day value={obligation.earnedOn} />
                  </span>
                </span>
              ),
            },
            { term: t('agreement.supplier'), detail: contest.supplier.name },
            { term: t('contest.openedAt'), detail: <Moment value={contest.openedAt} /> },
            ...(state === 'open' ? [{ term: t('contest.answerBy'), detail: <Until day={contest.answerBy} /> }] : []),
          ]}
        />
        <Answered contest={contest} />
        {contest.paperId && <PaperButton id={contest.paperId}>{t('objectFor.see')}</PaperButton>}
        {(county || objects) && (state === 'explained' || late) && (
          <Escalate contest={contest} by={objects ? FOR_ITSELF : FOR_A_HOUSEHOLD} />
        )}
        {state === 'open' && own && !objects && <AnswerContest contest={contest} by="supplier" />}
        {state === 'escalated' && county && !objects && <AnswerContest contest={contest} by="county" />}
        {state === 'escalated' && !county && <p className="text-sm text-ink-soft">{t('contest.countyDecides')}</p>}
      </div>
    </Card>
  );
}

/** Lines that households and collectives say are wrong: what they say, what they were told, and who has to answer until when. */
export function ContestsPage() {
  const t = useT();
  const state = useView('state', STATES);
  const query = usePages('GET /benefit/contests', { query: state ? { state } : {} });
  return (
    <Page title={t('contest.list')} lead={t('contest.lead')}>
      <HouseholdAreas />
      <Views
        name="state"
        label={t('contest.views')}
        views={[{ value: '', word: t('list.all') }, ...STATES.map((value) => ({ value, word: t(`contest.${value}`) }))]}
      />
      {query.rows === undefined ? (
        query.error ? (
          <Refused problem={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Waiting />
        )
      ) : query.rows.length === 0 ? (
        <EmptyState title={t('contest.none')}>{t('contest.noneText')}</EmptyState>
      ) : (
        <div className="grid items-start gap-4 xl:grid-cols-2">
          {query.rows.map((contest) => (
            <One key={contest.id} contest={contest} />
          ))}
        </div>
      )}
      {query.hasNextPage && (
        <div className="flex justify-center pt-5">
          <Button look="secondary" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
