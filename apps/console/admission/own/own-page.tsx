import { Card, Table, usePages } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useOwnSuppliers } from '../../benefit/parts';
import { History } from '../../frame/history';
import { Page } from '../../frame/page';
import { RowLink, useView } from '../../frame/views';
import { WhatWaits } from '../../frame/what-waits';
import { useT } from '../../words';
import { MeasureDue, MeasureStates } from '../watching/measures-page';
import { StateBadge } from '../watching/states';
import { Until, useSay } from '../watching/today';
import { OwnCertificates } from './own-certificates';
import { Leaving } from './own-leaving';
import { OwnSamples } from './own-samples';

const AT = '/admission/own';

/** Only what waits for the supplier. */
type Narrowed = { waiting?: boolean };

const WAITING = ['cases', 'rechecks', 'papers'] as const;

function Nothing({ title }: { title: string }) {
  const t = useT();
  return (
    <Card title={title}>
      <p className="text-ink-soft">{t('waiting.nothing')}</p>
    </Card>
  );
}

/** A list that is there only where it has rows, but for the first of all, and for one asked for, which say that all is well. */
function Section({
  title,
  rows,
  waiting = false,
  children,
}: Narrowed & {
  title: string;
  rows: readonly unknown[] | undefined;
  children: ReactNode;
}) {
  if (waiting && rows?.length === 0) return <Nothing title={title} />;
  return rows && rows.length > 0 ? <Card title={title}>{children}</Card> : null;
}

function Measures() {
  const t = useT();
  const say = useSay();
  const state = useView('state', ['inForce']);
  const { rows } = usePages('GET /supplier/measures', { query: state ? { state } : {} });
  if (rows?.length === 0)
    return (
      <Card title={t('watch.measures')}>
        <p className="text-ink-soft">{t('own.measures.none')}</p>
      </Card>
    );
  return (
    <Section title={t('watch.measures')} rows={rows}>
      <Table
        caption={t('watch.measures')}
        rows={rows ?? []}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'kind',
            header: t('measure.kind'),
            rowHeader: true,
            cell: (row) => <RowLink to={`${AT}/measures/${row.id}`}>{t(`measureKind.${row.kind}`)}</RowLink>,
          },
          {
            id: 'reason',
            header: t('measure.reason'),
            cell: (row) => <span className="block sm:max-w-96">{say(row.reason)}</span>,
          },
          { id: 'state', header: t('list.state'), cell: (row) => <MeasureStates measure={row} /> },
          { id: 'until', header: t('measure.until'), cell: (row) => <MeasureDue measure={row} /> },
        ]}
      />
    </Section>
  );
}

function Cases({ waiting }: Narrowed) {
  const t = useT();
  const say = useSay();
  const { rows } = usePages('GET /supplier/cases', { query: waiting ? { waiting: 'true' } : {} });
  return (
    <Section title={t('watch.cases')} rows={rows} waiting={waiting}>
      <Table
        caption={t('watch.cases')}
        rows={rows ?? []}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'ground',
            header: t('case.ground'),
            rowHeader: true,
            cell: (row) => <RowLink to={`${AT}/cases/${row.id}`}>{say(row.ground.name)}</RowLink>,
          },
          {
            id: 'summary',
            header: t('case.summary'),
            cell: (row) => <span className="block sm:max-w-96">{say(row.summary)}</span>,
          },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`case.${row.state}`} /> },
          {
            id: 'until',
            header: t('case.statementUntil'),
            cell: (row) => <Until day={row.statementUntil} settled={row.state === 'closed'} />,
          },
        ]}
      />
    </Section>
  );
}

function Rechecks({ waiting }: Narrowed) {
  const t = useT();
  const { rows } = usePages('GET /supplier/rechecks', { query: waiting ? { waiting: 'true' } : {} });
  return (
    <Section title={t('watch.rechecks')} rows={rows} waiting={waiting}>
      <Table
        caption={t('watch.rechecks')}
        rows={rows ?? []}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'kind',
            header: t('recheck.kind'),
            rowHeader: true,
            cell: (row) => <RowLink to={`${AT}/rechecks/${row.id}`}>{t(`recheckKind.${row.kind}`)}</RowLink>,
          },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`recheck.${row.state}`} /> },
          {
            id: 'due',
            header: t('recheck.due'),
            cell: (row) => <Until day={row.dueOn} settled={row.state !== 'open' && row.state !== 'missed'} />,
          },
        ]}
      />
    </Section>
  );
}

/** What is asked of the own supplier, until when, and what follows when nothing is done. */
export function OwnPage() {
  const t = useT();
  const waiting = useView('waiting', WAITING);
  const suppliers = useOwnSuppliers();
  return (
    <Page title={t('menu.own')} lead={t('own.lead')}>
      <WhatWaits name="waiting" views={WAITING.map((value) => ({ value, word: t(`waiting.${value}`) }))} />
      <div className="flex flex-col gap-5">
        {waiting === undefined && (
          <>
            <Measures />
            <Cases />
            <Rechecks />
            <OwnSamples />
            <OwnCertificates />
            <Leaving />
          </>
        )}
        {waiting === 'cases' && <Cases waiting />}
        {waiting === 'rechecks' && <Rechecks waiting />}
        {waiting === 'papers' && <OwnCertificates waiting />}
      </div>
      {suppliers.map(({ id }) => (
        <History key={id} of={{ kind: 'supplier', id }} />
      ))}
    </Page>
  );
}
