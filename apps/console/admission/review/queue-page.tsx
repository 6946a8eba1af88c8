import {
  Badge,
  Button,
  formatDate,
  useLocale,
  usePages,
  useProblemText,
  useSend,
  type Column,
  type Tone,
} from '@xihuo/ui';
import { useNavigate, useSearchParams } from 'react-router';
import { useAsked } from '../../frame/finder';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { useSignActs, type Entry } from './sign-many';

const DAY_MS = 86_400_000;
const RISKS = ['high', 'medium', 'low'] as const;
const RISK_TONES: Record<(typeof RISKS)[number], Tone> = { high: 'bad', medium: 'attention', low: 'neutral' };
const STEPS = ['county', 'city', 'province', 'review'] as const;

/** Whole days since then, by the calendar of this device. */
export function daysSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / DAY_MS));
}

/** Takes the longest waiting one and goes to its desk. */
function ClaimNext() {
  const t = useT();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const send = useSend('POST /admission/queue/next', {
    onSuccess: ({ applicationId }) => void navigate(`/admission/applications/${applicationId}/desk`),
  });
  return (
    <div className="flex flex-col items-end gap-1">
      <Button data-act="POST /admission/queue/next" pending={send.isPending} onClick={() => send.mutate({})}>
        {t('queue.next')}
      </Button>
      {send.error && (
        <p role="alert" className="text-sm text-cinnabar">
          {problemText(send.error)}
        </p>
      )}
    </div>
  );
}

function Claim({ entry: { step, claim } }: { entry: Entry }) {
  const t = useT();
  if (step !== 'review') return t('list.notYet');
  if (claim === null) return <span className="text-ink-faint">{t('queue.free')}</span>;
  return claim.mine ? <Badge tone="good">{t('queue.claimedMine')}</Badge> : t('queue.claimedBy', { name: claim.by });
}

function Waited({ days }: { days: number }) {
  const t = useT();
  return <span className="whitespace-nowrap">{days === 0 ? t('queue.today') : t('queue.days', { count: days })}</span>;
}

/** How grave, and always why. */
function Risk({ risk: { level, reasons } }: { risk: Entry['risk'] }) {
  const t = useT();
  return (
    <>
      <Badge tone={RISK_TONES[level]}>{t(`queue.risk.${level}`)}</Badge>
      <span className="block text-sm text-ink-soft sm:max-w-64">
        {reasons.map((reason) => t(`queue.riskReason.${reason}`)).join(t('queue.riskAnd'))}
      </span>
    </>
  );
}

function useColumns(now: number): Column<Entry>[] {
  const t = useT();
  const locale = useLocale();
  return [
    {
      id: 'supplier',
      header: t('queue.supplier'),
      rowHeader: true,
      cell: (row) => (
        <RowLink to={`/admission/applications/${row.applicationId}${row.claim?.mine ? '/desk' : ''}`}>
          {row.supplierName}
        </RowLink>
      ),
    },
    { id: 'county', header: t('queue.county'), cell: (row) => `${row.county.provinceName} ${row.county.name}` },
    {
      id: 'step',
      header: t('queue.step'),
      cell: (row) => (
        <>
          <span className="whitespace-nowrap">{t(`review.step.${row.step}`)}</span>
          {row.round > 1 && <span className="text-ink-faint"> · {t('queue.round', { count: row.round })}</span>}
        </>
      ),
    },
    {
      id: 'waiting',
      header: t('queue.waiting'),
      cell: (row) => <Waited days={daysSince(row.waitingSince, now)} />,
    },
    {
      id: 'due',
      header: t('queue.due'),
      cell: (row) => (
        <span className="whitespace-nowrap">
          {formatDate(row.dueOn, locale)} {row.overdue && <Badge tone="bad">{t('queue.overdue')}</Badge>}
        </span>
      ),
    },
    {
      id: 'faults',
      header: t('queue.faults'),
      cell: (row) =>
        row.faults === 0 ? (
          <span className="text-ink-faint">{t('queue.noFaults')}</span>
        ) : (
          <Badge tone="attention">{t('queue.faultsCount', { count: row.faults })}</Badge>
        ),
    },
    {
      id: 'risk',
      header: t('queue.risk'),
      sort: 'risk',
      cell: (row) => <Risk risk={row.risk} />,
    },
    {
      id: 'verdicts',
      header: t('queue.verdicts'),
      cell: (row) => (row.step === 'review' ? t('queue.verdictsCount', { count: row.verdicts }) : t('list.notYet')),
    },
    {
      id: 'claim',
      header: t('queue.claim'),
      cell: (row) => <Claim entry={row} />,
    },
  ];
}

/** What waits for the reader, the longest waiting first. */
export function QueuePage() {
  const t = useT();
  const me = useMe();
  const [search] = useSearchParams();
  const chosen = search.get('step') ?? '';
  const step = STEPS.find((one) => one === chosen);
  const risk = useView('risk', RISKS);
  const { sort } = useAsked(['risk', '-risk']);
  const query = usePages('GET /admission/queue', {
    query: {
      ...(risk ? { risk } : {}),
      ...(sort ? { sort } : {}),
      ...(step ? { step } : {}),
      ...(chosen === 'mine' ? { mine: 'true' as const } : {}),
    },
  });
  const reviewer = hasRole(me, ['reviewer']);
  return (
    <Page title={t('menu.queue')} lead={t('queue.lead')} actions={reviewer && <ClaimNext />}>
      {reviewer && (
        <Views
          name="step"
          label={t('queue.views')}
          views={[
            { value: '', word: t('list.all') },
            { value: 'mine', word: t('queue.mine') },
          ]}
        />
      )}
      <Views
        name="risk"
        label={t('queue.risk')}
        views={[
          { value: '', word: t('queue.risk.all') },
          ...RISKS.map((value) => ({ value, word: t(`queue.risk.${value}`) })),
        ]}
      />
      <Listing
        id="queue"
        query={query}
        caption={t('menu.queue')}
        rowKey={(row) => row.applicationId}
        empty={{ title: t('queue.none'), text: t('queue.noneText') }}
        columns={useColumns(query.dataUpdatedAt)}
        bulk={useSignActs()}
      />
    </Page>
  );
}
