import { Badge, TextField, usePages, type Column, type Output } from '@xihuo/ui';
import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import { HistoryButton } from '../frame/history';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { Proposed } from '../frame/proposed';
import { useView, Views } from '../frame/views';
import { WhatWaits } from '../frame/what-waits';
import { Day } from '../frame/when';
import { useT } from '../words';
import { LetIn } from './let-in-dialog';
import { hasRole, useMe } from './me';
import { OfferRole } from './offering/offer-dialog';
import { Offers } from './offering/offers';
import { ReasonedStep } from './reasoned-step';

type Held = Output<'GET /people'>['data'][number];

const ROLES = [
  ...(['supplier', 'countyAgriculture', 'countyRevitalisation', 'auditor'] as const),
  ...(['reviewer', 'operator', 'finance', 'mediator'] as const),
] as const;
const ENDS: readonly Held['may'][number][] = ['end', 'confirm', 'takeFactorOff'];

/** One step with somebody's role, and why. */
function Step({ held, step }: { held: Held; step: Held['may'][number] }) {
  const t = useT();
  const leaves = held.mine && step === 'end';
  return (
    <ReasonedStep
      {...{ id: held.id, step, proposal: held.proposal }}
      word={t(leaves ? 'people.leave' : `people.${step}`)}
      look={ENDS.includes(step) ? 'danger' : 'secondary'}
      lead={t(leaves ? 'people.leave.lead' : `people.${step}.lead`, { name: held.name })}
      done={t(`people.${step}.done`)}
    />
  );
}

function useColumns(): Column<Held>[] {
  const t = useT();
  return [
    {
      ...{ id: 'name', header: t('people.name'), rowHeader: true },
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          {row.name}
          {row.mine && <Badge tone="info">{t('people.mine')}</Badge>}
        </span>
      ),
    },
    { id: 'role', header: t('people.role'), cell: (row) => t(`role.${row.role}`) },
    {
      id: 'of',
      header: t('people.of'),
      cell: (row) => row.organisation?.name ?? row.jurisdiction?.name ?? t('people.country'),
    },
    {
      id: 'until',
      header: t('people.untilShort'),
      cell: (row) =>
        row.until === null ? (
          t('people.lasting')
        ) : (
          <span className="flex flex-col">
            <Day value={row.until} />
            {row.deputyFor && (
              <span className="text-sm text-ink-soft">{t('people.deputyFor', { name: row.deputyFor })}</span>
            )}
          </span>
        ),
    },
    {
      id: 'act',
      header: t('list.act'),
      cell: (row) => (
        <span className="flex flex-col gap-2">
          <Proposed proposal={row.proposal} />
          <span className="flex flex-wrap gap-2">
            {row.may.map((step) => (
              <Step key={step} held={row} step={step} />
            ))}
            {!row.mine && row.may.includes('propose') && <OfferRole colleague={row} />}
            <HistoryButton of={{ kind: 'role', id: row.id }} name={row.name} />
          </span>
        </span>
      ),
    },
  ];
}

/** Narrows the list of all by role and name. */
function Narrowing({ typed, onType }: { typed: string; onType: (text: string) => void }) {
  const t = useT();
  return (
    <>
      <Views
        name="role"
        label={t('people.role')}
        views={[{ value: '', word: t('list.all') }, ...ROLES.map((value) => ({ value, word: t(`role.${value}`) }))]}
      />
      <div className="mb-3 max-w-sm">
        <TextField
          type="search"
          label={t('people.find')}
          maxLength={40}
          value={typed}
          onChange={(event) => onType(event.target.value)}
        />
      </div>
    </>
  );
}

/** Who acts as what: the own team, or, for operators, everybody on the console. */
export function PeoplePage() {
  const t = useT();
  const isOperator = hasRole(useMe(), ['operator']);
  const role = useView('role', ROLES);
  const [search, setSearch] = useSearchParams();
  const typed = search.get('q') ?? '';
  const q = useDeferredValue(typed.trim());
  const waiting = useView('waiting', ['me']);
  const query = usePages('GET /people', {
    query: { ...(role ? { role } : {}), ...(q === '' ? {} : { q }), ...(waiting ? { waiting } : {}) },
  });
  const columns = useColumns();
  const type = (text: string) =>
    setSearch(
      { ...(role ? { role } : {}), ...(waiting ? { waiting } : {}), ...(text === '' ? {} : { q: text }) },
      { replace: true },
    );
  const shared = (query.rows ?? []).filter((row) => row.mine && row.until === null && row.role !== 'operator');
  return (
    <Page
      title={t('menu.people')}
      lead={t(isOperator ? 'people.leadAll' : 'people.lead')}
      actions={
        <div className="flex flex-wrap gap-3">
          {isOperator && <OfferRole colleague={null} />}
          {isOperator && <LetIn own={null} word={t('people.letInOffice')} />}
          {shared.map((own) => (
            <LetIn
              key={own.id}
              own={own}
              word={
                shared.length === 1
                  ? t('people.letIn')
                  : t('people.letInAt', { name: own.organisation?.name ?? t(`role.${own.role}`) })
              }
            />
          ))}
        </div>
      }
    >
      {isOperator && <Offers />}
      {isOperator && <WhatWaits name="waiting" views={[{ value: 'me', word: t('home.rolesProposed') }]} />}
      {isOperator && <Narrowing typed={typed} onType={type} />}
      <Listing
        id="people"
        query={query}
        caption={t('menu.people')}
        rowKey={(row) => row.id}
        empty={{ title: t('people.none'), text: t('people.noneText') }}
        columns={columns}
      />
    </Page>
  );
}
