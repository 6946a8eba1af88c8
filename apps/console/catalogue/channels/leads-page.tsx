import { Badge, Button, Card, EmptyState, Facts, Timeline, usePages, useSend, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { ActButton, type Act } from '../../admission/watching/act';
import { useSay } from '../../admission/watching/today';
import { useOwnSuppliers } from '../../benefit/parts';
import { ReasonAct } from '../../frame/act-dialog';
import { ListFile } from '../../frame/list-file';
import { Page } from '../../frame/page';
import { useView, Views } from '../../frame/views';
import { Moment } from '../../frame/when';
import { Refused, Waiting } from '../../frame/whole';
import { useT } from '../../words';
import { nextStates } from './lead-steps';

type Lead = Output<'GET /suppliers/{supplierId}/leads'>['data'][number];

const STATES = ['new', 'contacted', 'quoted', 'ordered', 'lost', 'withdrawn'] as const;
const tones = {
  new: 'attention',
  contacted: 'info',
  quoted: 'info',
  ordered: 'good',
  lost: 'neutral',
  withdrawn: 'neutral',
} as const;

function Note({ supplierId, lead }: { supplierId: string; lead: Lead }) {
  const t = useT();
  const next = nextStates(lead.state);
  if (next.length === 0) return null;
  const act: Act<'POST /suppliers/{supplierId}/leads/{id}/note'> = {
    route: 'POST /suppliers/{supplierId}/leads/{id}/note',
    ...{ word: t('leads.note'), lead: t('leads.noteLead'), done: t('leads.noted') },
    fields: [
      {
        ...{ name: 'state', kind: 'choice', label: t('leads.state') },
        choices: next.map((value) => ({ value, label: t(`leadState.${value}`) })),
      },
      { name: 'note', kind: 'area', label: t('leads.noteText'), optional: true, most: 500 },
    ],
    input: ({ state = '', note = '' }) => ({
      ...{ params: { supplierId, id: lead.id }, version: lead.version },
      body: { state: next.find((one) => one === state)!, note: note.trim() },
    }),
  };
  return <ActButton act={act} size="small" />;
}

/** The phone with stars in it until somebody says what for; shown once, kept nowhere. */
function Contact({
  supplierId,
  lead,
  contact,
}: {
  supplierId: string;
  lead: Lead;
  contact: NonNullable<Lead['contact']>;
}) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const reveal = useSend('POST /suppliers/{supplierId}/leads/{id}/reveal', {
    onSuccess: () => setAsking(false),
    gcTime: 0,
  });
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{contact.name}</span>
      {lead.onBehalfOf !== null && contact.organisation !== '' && contact.organisation !== lead.onBehalfOf && (
        <span className="text-ink-soft">{contact.organisation}</span>
      )}
      {reveal.data ? (
        <a className="touch text-green underline underline-offset-4" href={`tel:${reveal.data.phone}`}>
          {reveal.data.phone}
        </a>
      ) : (
        <>
          <span className="numeric">{contact.phone}</span>
          <Button
            data-act="POST /suppliers/{supplierId}/leads/{id}/reveal"
            look="secondary"
            size="small"
            onClick={() => setAsking(true)}
          >
            {t('leads.reveal')}
          </Button>
        </>
      )}
      {asking && (
        <ReasonAct
          title={t('leads.reveal')}
          submit={t('leads.reveal')}
          text={t('leads.revealText')}
          label={t('leads.revealPurpose')}
          most={200}
          pending={reveal.isPending}
          problem={reveal.error}
          onSubmit={(purpose) => reveal.mutate({ params: { supplierId, id: lead.id }, body: { purpose } })}
          onClose={() => setAsking(false)}
        />
      )}
    </span>
  );
}

function LeadCard({ supplierId, lead }: { supplierId: string; lead: Lead }) {
  const t = useT();
  const say = useSay();
  const { contact } = lead;
  return (
    <Card
      title={lead.onBehalfOf ?? (contact ? contact.organisation || contact.name : t('leadState.withdrawn'))}
      aside={<Badge tone={tones[lead.state]}>{t(`leadState.${lead.state}`)}</Badge>}
    >
      <Facts
        facts={[
          { term: t('leads.wants'), detail: <span className="whitespace-pre-line">{lead.wants}</span> },
          ...(lead.onBehalfOf === null ? [] : [{ term: t('leads.onBehalfOf'), detail: lead.onBehalfOf }]),
          ...(lead.product ? [{ term: t('order.product'), detail: say(lead.product.name) }] : []),
          {
            term: t('leads.contact'),
            detail: contact ? <Contact {...{ supplierId, lead, contact }} /> : t('leads.erased'),
          },
          { term: t('leads.fair'), detail: say(lead.fair.name) },
          { term: t('leads.at'), detail: <Moment value={lead.at} /> },
          ...(lead.orderNumber ? [{ term: t('leads.order'), detail: lead.orderNumber }] : []),
        ]}
      />
      {lead.history.length > 0 && (
        <div className="mt-4">
          <h3 className="mb-2 font-medium">{t('leads.history')}</h3>
          <Timeline
            entries={lead.history.map(({ state, note, at }, index) => ({
              ...{ id: String(index), title: t(`leadState.${state}`), at: <Moment value={at} /> },
              children: note || undefined,
            }))}
          />
        </div>
      )}
      <div className="mt-3">
        <Note supplierId={supplierId} lead={lead} />
      </div>
    </Card>
  );
}

function Leads({ supplierId, heading }: { supplierId: string; heading: string | null }) {
  const t = useT();
  const state = useView('state', STATES);
  const input = { params: { supplierId }, query: state ? { state } : {} };
  const query = usePages('GET /suppliers/{supplierId}/leads', input);
  const { rows, error } = query;
  return (
    <section className="mb-8 flex flex-col gap-5">
      {heading && <h2 className="text-lg">{heading}</h2>}
      {rows === undefined && (error ? <Refused problem={error} onRetry={() => void query.refetch()} /> : <Waiting />)}
      {rows !== undefined && rows.length > 0 && (
        <ListFile name={t('menu.leads')} route="GET /suppliers/{supplierId}/leads" input={input} />
      )}
      {rows?.length === 0 && <EmptyState title={t('leads.none')}>{t('leads.noneText')}</EmptyState>}
      {rows?.map((lead) => (
        <LeadCard key={lead.id} supplierId={supplierId} lead={lead} />
      ))}
      {query.hasNextPage && (
        <Button look="secondary" pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </section>
  );
}

/** What buyers asked for at fairs, newest first; only a paid order makes a lead an order. */
export function LeadsPage() {
  const t = useT();
  const own = useOwnSuppliers();
  return (
    <Page title={t('menu.leads')} lead={t('leads.lead')}>
      <Views
        name="state"
        label={t('list.state')}
        views={[
          { value: '', word: t('channel.all') },
          ...STATES.map((value) => ({ value, word: t(`leadState.${value}`) })),
        ]}
      />
      {own.map(({ id, name }) => (
        <Leads key={id} supplierId={id} heading={own.length > 1 ? name : null} />
      ))}
    </Page>
  );
}
