import {
  ApiProblem,
  Badge,
  Card,
  EmptyState,
  ErrorState,
  Facts,
  LinkButton,
  Loading,
  Money,
  Notice,
  Skeleton,
  Steps,
  Table,
  type Tone,
} from '@xihuo/ui';
import type { ReactNode } from 'react';
import { PageTitle } from '../frame/page-title';
import { Scene } from '../pictures/scene';
import { DOORS, LANDS } from '../pictures/scene-of';
import { Tile } from '../pictures/tile';
import { useT } from '../words';
import { Acting, Filling } from './acting';
import { Goods, Moving } from './moving';

const GROUNDS = [
  ['paper', 'bg-paper text-ink'],
  ['surface', 'bg-surface text-ink'],
  ['sunken', 'bg-sunken text-ink'],
  ['ink', 'bg-ink text-surface'],
  ['green', 'bg-green text-white'],
  ['cinnabar', 'bg-cinnabar text-white'],
  ['amber', 'bg-amber-wash text-amber'],
  ['slate', 'bg-slate-wash text-slate'],
] as const;
const SIZES = ['text-3xl', 'text-2xl', 'text-xl', 'text-lg', 'text-base', 'text-sm', 'text-xs'] as const;
const GOODS = [
  ['fruit', '静宁苹果'],
  ['grain-oil', '敖汉小米'],
  ['tea', '普洱茶'],
  ['honey', '土蜂蜜'],
  ['handicraft', '蜡染'],
] as const;
const TONES: readonly Tone[] = ['neutral', 'good', 'attention', 'bad', 'info'];

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card title={title}>
      <div className="flex flex-col gap-4">{children}</div>
    </Card>
  );
}

function Looks() {
  const t = useT();
  return (
    <>
      <Group title={t('components.colours')}>
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {GROUNDS.map(([name, className]) => (
            <li key={name} className={`rounded-md border border-line px-3 py-5 ${className}`}>
              {t(`components.colour.${name}`)}
            </li>
          ))}
        </ul>
      </Group>
      <Group title={t('components.type')}>
        {SIZES.map((size) => (
          <p key={size} className={`numeric ${size}`}>
            {t('components.type.sample')}
          </p>
        ))}
      </Group>
    </>
  );
}

/** Drawn by hand for the shop; goods by their kind, or by their own name. */
function Pictures() {
  const t = useT();
  return (
    <Group title={t('components.pictures')}>
      <div aria-hidden className="grid grid-cols-3 gap-3 sm:grid-cols-5">
        {LANDS.map((land) => (
          <Scene key={land} of={{ region: `${land}0000` }} className="aspect-video rounded-md" />
        ))}
        {DOORS.map((door) => (
          <Scene key={door} of={{ door }} className="aspect-video rounded-md" />
        ))}
        {GOODS.map(([category, name]) => (
          <Tile key={name} category={category} name={name} className="rounded-md" />
        ))}
      </div>
    </Group>
  );
}

function Notices() {
  const t = useT();
  return (
    <Group title={t('components.notices')}>
      <p className="flex flex-wrap gap-2">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {t(`components.badge.${tone}`)}
          </Badge>
        ))}
      </p>
      {(['info', 'good', 'attention', 'bad'] as const).map((tone) => (
        <Notice key={tone} tone={tone} title={t('components.notice.title')}>
          {t('components.notice.text')}
        </Notice>
      ))}
    </Group>
  );
}

const HOUSEHOLDS = [
  { name: '王家', due: '128000', paid: '128000' },
  { name: '马家', due: '96050', paid: '40000' },
];
const yuan = (amount: string) => <Money value={{ amount, currency: 'CNY' }} />;

function Showing() {
  const t = useT();
  const sums = { due: yuan('224050'), paid: yuan('168000'), name: t('components.table.sum') };
  return (
    <Group title={t('components.showing')}>
      <p className="flex flex-wrap items-baseline gap-x-5">
        <Money value={{ amount: '123450', currency: 'CNY' }} size="large" accent />
        <Money value={{ amount: '-5000', currency: 'CNY' }} />
      </p>
      <Facts
        facts={[
          { term: t('components.facts.origin'), detail: t('components.facts.originDetail') },
          { term: t('components.facts.weight'), detail: '2.5 kg' },
        ]}
      />
      <Table
        caption={t('components.table')}
        captionShown
        rows={HOUSEHOLDS}
        rowKey={({ name }) => name}
        sums={sums}
        columns={[
          {
            id: 'name',
            header: t('components.table.household'),
            rowHeader: true,
            cell: ({ name }) => <span lang="zh-CN">{name}</span>,
          },
          { id: 'due', header: t('components.table.due'), numeric: true, cell: ({ due }) => yuan(due) },
          { id: 'paid', header: t('components.table.paid'), numeric: true, cell: ({ paid }) => yuan(paid) },
        ]}
      />
      <Steps
        label={t('components.steps')}
        steps={[
          { id: 'paid', title: t('components.step.paid'), state: 'done' },
          { id: 'sent', title: t('components.step.sent'), state: 'current' },
          { id: 'received', title: t('components.step.received'), state: 'ahead' },
        ]}
      />
    </Group>
  );
}

const BROKEN = new ApiProblem(500, 'INTERNAL', { traceId: '01a229b2-1477-7479-bfd3-0f7c55d4d33e' });

function States() {
  const t = useT();
  return (
    <Group title={t('components.states')}>
      <EmptyState
        title={t('components.empty.title')}
        action={<LinkButton to="/products">{t('nav.allProducts')}</LinkButton>}
      >
        {t('components.empty.text')}
      </EmptyState>
      <ErrorState problem={BROKEN} onRetry={() => undefined} />
      <Loading>
        <Skeleton className="mb-3 h-8 w-2/3" />
        <Skeleton className="h-24" />
      </Loading>
    </Group>
  );
}

/** Every component as it is today, in the language, size and light in use: a page to look at when a style has changed. */
export function ComponentsPage() {
  const t = useT();
  return (
    <div className="page">
      <PageTitle lead={t('components.lead')}>{t('components.title')}</PageTitle>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 md:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <Looks />
          <Pictures />
          <Acting />
          <Notices />
          <Moving />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <Filling />
          <Showing />
          <States />
        </div>
      </div>
      <Goods />
    </div>
  );
}
