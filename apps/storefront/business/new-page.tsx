import {
  Button,
  Card,
  Facts,
  forgetIdempotencyKey,
  idempotencyKey,
  LinkButton,
  Money,
  Notice,
  Select,
  TextArea,
  TextField,
  useApiClient,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { viaOf, type Via } from '../channel/via';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { ListForm } from './list-form';
import { draftsOf, isReady, wantedOf, type Draft } from './list-lines';
import { ListTable, type Quote } from './list-table';
import { ForOrganisation } from './signed-in';
import type { Organisation } from './organisation';

/** What the lines cost, asked anew whenever they change. */
function useQuote(organisationId: string, siteId: string, drafts: readonly Draft[]) {
  const api = useApiClient();
  const body = isReady(drafts) && siteId ? { siteId, lines: wantedOf(drafts) } : null;
  return useQuery({
    queryKey: ['purchase-quote', organisationId, body],
    enabled: body !== null,
    staleTime: 0,
    queryFn: ({ signal }) =>
      api('POST /organisations/{id}/purchase-quotes', { params: { id: organisationId }, body: body!, signal }),
  });
}

function Sums({ quote }: { quote: Quote }) {
  const t = useT();
  return (
    <Facts
      facts={[
        { term: t('business.goods'), detail: <Money value={quote.goods} /> },
        { term: t('business.freight'), detail: <Money value={quote.freight} /> },
        { term: t('business.total'), detail: <Money value={quote.amount} /> },
      ]}
    />
  );
}

interface Ordering {
  siteId: string;
  note: string;
  ownNumber: string;
  drafts: readonly Draft[];
  quote: Quote | undefined;
  /** Where the order began; the server holds it against what is true. */
  via: Via | undefined;
  /** Asks again what it costs. */
  quoteAnew: () => Promise<unknown>;
}

/** Orders at the prices that are shown, and no others; where they are no longer true, the true ones are shown first. */
function useOrdering(organisationId: string, { siteId, note, ownNumber, drafts, quote, via, quoteAnew }: Ordering) {
  const navigate = useNavigate();
  const scope = `purchase.${organisationId}`;
  const send = useSend('POST /organisations/{id}/purchase-orders', {
    onSuccess: ({ id }) => {
      forgetIdempotencyKey(scope);
      void navigate(`/business/orders/${id}`);
    },
    onError: quoteAnew,
  });
  const submit = () => {
    if (!quote) return;
    const priced = new Map(quote.lines.map((line) => [line.skuId, line.unitPrice]));
    const lines = wantedOf(drafts).map((line) => ({
      ...{ ...line, unitPrice: priced.get(line.skuId)! },
      ...(via && { via }),
    }));
    const body = { siteId, lines, total: quote.amount, note, ownNumber: ownNumber.trim() };
    send.mutate({ params: { id: organisationId }, body, idempotencyKey: idempotencyKey(scope, body) });
  };
  return { send, submit };
}

/** The number the organisation's own books know the purchase by. */
function OwnNumber({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useT();
  return (
    <TextField
      required={false}
      label={t('business.ownNumberOptional')}
      maxLength={40}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function Order({
  organisation,
  drafts,
  via,
  setDrafts,
}: {
  organisation: Organisation;
  drafts: Draft[];
  via: Via | undefined;
  setDrafts: (drafts: Draft[]) => void;
}) {
  const t = useT();
  const problemText = useProblemText();
  const [siteId, setSite] = useState(organisation.sites[0]?.id ?? '');
  const [note, setNote] = useState('');
  const [ownNumber, setOwnNumber] = useState('');
  const { data: quote, error, refetch: quoteAnew } = useQuote(organisation.id, siteId, drafts);
  const { send, submit } = useOrdering(organisation.id, { siteId, note, ownNumber, drafts, quote, via, quoteAnew });
  const unserved = quote?.lines.filter((line) => !line.served) ?? [];
  const nameOf = (skuId: string) => drafts.find((draft) => draft.pack?.skuId === skuId)?.pack?.productName ?? '';
  return (
    <Card title={t('business.list.lines')} className="mt-4">
      <div className="flex flex-col gap-5">
        <ListTable {...{ drafts, quote }} onChange={setDrafts} />
        {!isReady(drafts) && <p className="text-sm font-medium text-cinnabar">{t('business.fixFirst')}</p>}
        <Select
          label={t('business.site')}
          value={siteId}
          choices={organisation.sites.map((site) => ({ value: site.id, label: `${site.name} ${site.regionName}` }))}
          onChange={(event) => setSite(event.target.value)}
        />
        <OwnNumber value={ownNumber} onChange={setOwnNumber} />
        <TextArea
          optional
          label={t('business.note')}
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {quote && <Sums quote={quote} />}
        {unserved.length > 0 && (
          <Notice
            tone="bad"
            title={t('business.unserved', { names: unserved.map(({ skuId }) => nameOf(skuId)).join('、') })}
          />
        )}
        {error && <Notice tone="bad" urgent title={problemText(error)} />}
        {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
        {quote && (
          <p className="text-sm text-ink-soft">
            {quote.levels.length === 0
              ? t('business.needsNobody')
              : t('business.needs', { count: quote.levels.length })}
          </p>
        )}
        <Button
          className="self-start max-sm:w-full"
          pending={send.isPending}
          unavailable={!quote || unserved.length > 0}
          onClick={submit}
        >
          {t('business.submit')}
        </Button>
      </div>
    </Card>
  );
}

/** The lines of the lead the page was opened with; none where it was opened without. */
function useLeadLines(organisationId: string, leadId: string | undefined) {
  const api = useApiClient();
  return useQuery({
    queryKey: ['lead-list', organisationId, leadId],
    enabled: leadId !== undefined,
    queryFn: ({ signal }) =>
      api('GET /organisations/{id}/leads/{leadId}/purchase-list', {
        params: { id: organisationId, leadId: leadId! },
        signal,
      }),
  });
}

/** A list, and what it comes to; who came from a lead begins with what was asked for, and changes it as any other list. */
function Lists({ organisation }: { organisation: Organisation }) {
  const t = useT();
  const problemText = useProblemText();
  const via = viaOf(useSearchParams()[0]);
  const [read, setRead] = useState<Draft[] | null>(null);
  const ofLead = useLeadLines(organisation.id, via?.lead);
  const drafts = read ?? draftsOf(ofLead.data?.lines ?? []);
  return (
    <>
      {ofLead.error && <Notice tone="attention" title={problemText(ofLead.error)} />}
      {ofLead.data && (
        <div className="mb-4">
          <Notice tone="info" title={t('business.leads.began')}>
            <p>{t(ofLead.data.lines.length > 0 ? 'business.leads.beganText' : 'business.leads.nothing')}</p>
          </Notice>
        </div>
      )}
      <ListForm organisationId={organisation.id} onRead={setRead} />
      {drafts.length > 0 && <Order {...{ organisation, drafts, via }} setDrafts={setRead} />}
    </>
  );
}

export function NewPurchasePage() {
  const t = useT();
  const { organisationId } = useParams();
  return (
    <ForOrganisation id={organisationId}>
      {(organisation) => (
        <NarrowPage>
          <PageTitle small>{t('business.new')}</PageTitle>
          {organisation.sites.length === 0 ? (
            <Notice title={t('business.siteNone')}>
              <LinkButton to={`/business/${organisation.id}/members`}>{t('business.members')}</LinkButton>
            </Notice>
          ) : (
            <Lists organisation={organisation} />
          )}
        </NarrowPage>
      )}
    </ForOrganisation>
  );
}
