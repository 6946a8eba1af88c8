import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Card,
  Dialog,
  Facts,
  forgetIdempotencyKey,
  formatDateTime,
  idempotencyKey,
  Money,
  routeKey,
  Table,
  Timeline,
  toast,
  useApi,
  useLocale,
  useSend,
} from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ActDialog, ReasonAct } from '../frame/act-dialog';
import { Page } from '../frame/page';
import { PaperSheet } from '../frame/paper-viewer';
import { Whole } from '../frame/whole';
import { Moment } from '../frame/when';
import { useT } from '../words';
import { CaseBadge, consentOf, useClaimNames, type AfterSaleCase } from './after-sale-parts';
import { ReplacementDialog } from './replacement-dialog';

function Photos({ one }: { one: AfterSaleCase }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  if (one.photoIds.length === 0) return null;
  return (
    <Card title={t('claim.photos')}>
      <ul className="flex flex-wrap gap-3">
        {one.photoIds.map((id, index) => (
          <li key={id}>
            <Button look="secondary" size="small" onClick={() => setOpen(id)}>
              {t(one.videoIds.includes(id) ? 'claim.film' : 'claim.photo', { count: index + 1 })}
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <Dialog title={t('claim.photos')} open wide onClose={() => setOpen(null)}>
          <PaperSheet
            paper={{ id: open, title: t('claim.photos') }}
            read={(api, photoId) =>
              api('GET /supplier/after-sales/{id}/photos/{photoId}', {
                params: { id: one.id, photoId },
                // A file in so many words: a film may take its time.
                headers: { accept: '*/*' },
              })
            }
          />
        </Dialog>
      )}
    </Card>
  );
}

const TEXT = {
  acceptRefund: 'refundText',
  acceptReturn: 'returnText',
  acceptExchange: 'exchangeText',
  acceptReplace: 'replaceText',
} as const;

type Asking = 'accept' | 'refund' | 'refuse' | 'replace';
/** What each of them is to the server. */
const STEPS = { accept: 'accept', refund: 'accept', refuse: 'refuse', replace: 'replacement' } as const;

/** What can be said now: of other packs that are wanted also that they are paid back, and once they were agreed, that they are sent. */
function choices({ kind, state }: AfterSaleCase): Asking[] {
  if (state === 'replacing') return ['replace', 'refund'];
  if (state !== 'requested' && state !== 'returning') return [];
  return kind === 'exchange' || kind === 'resend' ? ['accept', 'refund', 'refuse'] : ['accept', 'refuse'];
}

const CLOSED = { asking: null, read: null };

function Choice(props: { choice: Asking; index: number; onClick: () => void; children: string }) {
  const { choice, index, onClick, children } = props;
  const act = `POST /supplier/after-sales/{id}/${STEPS[choice]}`;
  return (
    <Button data-act={act} look={index === 0 ? 'primary' : 'secondary'} onClick={onClick}>
      {children}
    </Button>
  );
}

/** The supplier's word: on a claim, on goods that came back, or in other packs. */
function Answer({ one }: { one: AfterSaleCase }) {
  const t = useT();
  const queries = useQueryClient();
  const [{ asking, read }, ask] = useState<{ asking: Asking | null; read: AfterSaleCase | null }>(CLOSED);
  const setAsking = (choice: Asking | null) => ask(choice ? { asking: choice, read: one } : CLOSED);
  const scope = `claim-${one.id}-${one.state}`;
  const done = (words: string) => ({
    onSuccess: () => {
      forgetIdempotencyKey(scope);
      toast(words);
      setAsking(null);
      for (const route of ['GET /supplier/after-sales', 'GET /supplier/after-sales/{id}'] as const)
        void queries.invalidateQueries({ queryKey: routeKey(route) });
    },
  });
  const accept = useSend('POST /supplier/after-sales/{id}/accept', done(t('claim.accepted')));
  const refuse = useSend('POST /supplier/after-sales/{id}/refuse', done(t('claim.refused')));
  const consent = consentOf(read ?? one);
  const words = {
    ...{ accept: t(`claim.${consent}`), refund: t('claim.refundInstead') },
    ...{ refuse: t('claim.refuse'), replace: t('claim.replace') },
  };
  const params = { id: one.id };
  const close = () => setAsking(null);
  // What is agreed to is what the box said when it was opened, whatever has come in meanwhile.
  const { state } = read ?? one;
  const body = { state, ...(asking === 'refund' ? { refund: true as const } : {}) };
  if (choices(one).length === 0) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {choices(one).map((choice, index) => (
        <Choice key={choice} {...{ choice, index }} onClick={() => setAsking(choice)}>
          {words[choice]}
        </Choice>
      ))}
      {(asking === 'accept' || asking === 'refund') && (
        <ActDialog
          title={words[asking]}
          submit={words[asking]}
          text={
            <p>
              {t(`claim.${asking === 'refund' ? 'refundText' : TEXT[consent]}`)}
              <Money value={one.amount} />
            </p>
          }
          pending={accept.isPending}
          problem={accept.error}
          onClose={close}
          onSubmit={() => accept.mutate({ params, body, idempotencyKey: idempotencyKey(scope, body) })}
        />
      )}
      {asking === 'refuse' && (
        <ReasonAct
          title={t('claim.refuse')}
          submit={t('claim.refuse')}
          look="danger"
          text={t('claim.refuseText')}
          label={t('claim.refuseReason')}
          pending={refuse.isPending}
          problem={refuse.error}
          onClose={close}
          onSubmit={(reason) => refuse.mutate({ params, body: { state, reason } })}
        />
      )}
      {asking === 'replace' && <ReplacementDialog one={one} onClose={close} />}
    </div>
  );
}

function About({ one }: { one: AfterSaleCase }) {
  const t = useT();
  const names = useClaimNames();
  const { returnParcel, replacement } = one;
  return (
    <Card title={t('claim.about')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <CaseBadge state={one.state} /> },
          ...(one.dueAt ? [{ term: t('claim.due'), detail: <Moment value={one.dueAt} /> }] : []),
          { term: t('claim.kind'), detail: names.kind(one) },
          { term: t('claim.reason'), detail: names.reason(one) },
          { term: t('orders.amount'), detail: <Money value={one.amount} /> },
          ...(one.words ? [{ term: t('claim.words'), detail: one.words }] : []),
          ...(one.answer ? [{ term: t('claim.answer'), detail: one.answer }] : []),
          ...(returnParcel
            ? [{ term: t('claim.parcel'), detail: `${returnParcel.carrier} ${returnParcel.trackingNumber}` }]
            : []),
          ...(replacement
            ? [{ term: t('claim.replacement'), detail: `${replacement.carrier} ${replacement.trackingNumber}` }]
            : []),
        ]}
      />
    </Card>
  );
}

/** One claim with all that is needed to answer it. */
export function AfterSalePage() {
  const t = useT();
  const locale = useLocale();
  const { id = '' } = useParams();
  const query = useApi('GET /supplier/after-sales/{id}', { params: { id } });
  const one = query.data;
  return (
    <Page
      title={one ? t('claim.title', { number: one.orderNumber }) : t('menu.claims')}
      back={{ to: '/ordering/after-sales', word: t('menu.claims') }}
      history={{ kind: 'afterSale', id }}
      actions={one && <Answer one={one} />}
    >
      <Whole query={query}>
        {(shown) => (
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex min-w-0 flex-col gap-5">
              <Card title={t('order.lines')}>
                <Table
                  caption={t('order.lines')}
                  rows={shown.lines}
                  rowKey={(row) => row.lineId}
                  columns={[
                    { id: 'product', header: t('order.product'), rowHeader: true, cell: (row) => row.productName },
                    { id: 'pack', header: t('order.pack'), cell: (row) => row.pack },
                    { id: 'packs', header: t('order.quantity'), numeric: true, cell: (row) => row.packs },
                    {
                      id: 'amount',
                      header: t('orders.amount'),
                      numeric: true,
                      cell: (row) => <Money value={row.amount} />,
                    },
                  ]}
                />
              </Card>
              <Photos one={shown} />
              <Card title={t('claim.steps')}>
                <Timeline
                  entries={shown.steps.map((step, index) => ({
                    id: String(index),
                    at: formatDateTime(step.at, locale),
                    title: `${t(`claim.by.${step.by}`)} · ${t(`claim.event.${step.event}`)}`,
                    children: step.note,
                  }))}
                />
              </Card>
            </div>
            <About one={shown} />
          </div>
        )}
      </Whole>
    </Page>
  );
}
