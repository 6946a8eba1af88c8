import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, LinkButton, Notice, routeKey, toast, useApi, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useSay } from '../admission/watching/today';
import { Findings, FindingsInShort } from '../admission/apply/findings';
import { ListingCard } from '../admission/products/listing-card';
import { DossierBadge } from '../admission/products/states';
import { ReasonAct } from '../frame/act-dialog';
import { Page } from '../frame/page';
import { useTypedOver } from '../frame/typed-over';
import { useUnsaved } from '../frame/unsaved/use-unsaved';
import { Whole } from '../frame/whole';
import { Moment } from '../frame/when';
import { useT } from '../words';
import { formOf, isWhole, typedOf, type DossierDraft } from './dossier-draft';
import { FactsCard } from './facts-card';
import { DossierEditor } from './dossier-editor';
import type { ProductKey } from './group-fields';
import { WordsRefused } from './listing/findings-list';
import { RecognitionCard } from './recognition-card';

const DOSSIER = 'GET /suppliers/{supplierId}/products/{productId}/dossier';

/** What the newest version that was sent waits for, and how to take it back. */
function Sent({ draft }: { draft: DossierDraft }) {
  const t = useT();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const judged = useApi(
    'GET /admission/dossiers/{id}',
    { params: { id: draft.sent?.id ?? '' } },
    { enabled: draft.sent !== null },
  );
  const withdraw = useSend('POST /admission/dossiers/{id}/withdraw', {
    onSuccess: () => {
      toast(t('dossierForm.withdrawn'));
      setOpen(false);
      for (const route of [
        DOSSIER,
        'GET /admission/dossiers/{id}',
        'GET /suppliers/{supplierId}/products',
        'GET /suppliers/{supplierId}/products/{productId}',
        'GET /suppliers/{supplierId}/products/{productId}/to-sell',
      ] as const)
        void queries.invalidateQueries({ queryKey: routeKey(route) });
    },
  });
  const { sent } = draft;
  if (!sent) return <p className="text-ink-soft">{t('dossierForm.neverSent')}</p>;
  const mayWithdraw = judged.data?.actions.some(({ action, allowed }) => action === 'withdraw' && allowed) ?? false;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2">
        {t('dossiers.nth', { number: sent.version })} <DossierBadge state={sent.state} />
      </p>
      <p className="text-ink-soft">{t(`dossierNext.${sent.state}`)}</p>
      {judged.data?.reason && <p>{t('apply.reason', { reason: judged.data.reason })}</p>}
      <p className="text-sm text-ink-faint">
        {t('dossiers.sent')} <Moment value={sent.sentAt} />
      </p>
      {mayWithdraw && (
        <Button
          data-act="POST /admission/dossiers/{id}/withdraw"
          look="secondary"
          size="small"
          onClick={() => setOpen(true)}
        >
          {t('dossierForm.withdraw')}
        </Button>
      )}
      {open && judged.data && (
        <ReasonAct
          title={t('dossierForm.withdraw')}
          submit={t('dossierForm.withdraw')}
          text={t('dossierForm.withdrawText')}
          label={t('act.reason')}
          pending={withdraw.isPending}
          problem={withdraw.error}
          onSubmit={(reason) =>
            withdraw.mutate({ params: { id: sent.id }, body: { reason }, version: judged.data.version })
          }
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

/** Saves what is whole, and sends what is saved. */
function useDossier(draft: DossierDraft, product: ProductKey) {
  const t = useT();
  const queries = useQueryClient();
  const fields = useTypedOver(typedOf(draft.form), draft.version);
  const typed = fields.value;
  const form = formOf(typed);
  const changed = JSON.stringify(form) !== JSON.stringify(formOf(typedOf(draft.form)));
  const kept = (next: DossierDraft) => queries.setQueryData(routeKey(DOSSIER, { params: { ...product } }), next);
  const save = useSend('PUT /suppliers/{supplierId}/products/{productId}/dossier', {
    onSuccess: kept,
    onError: (problem) => {
      fields.refused(problem);
      void queries.invalidateQueries({ queryKey: routeKey(DOSSIER) });
    },
  });
  const send = useSend('POST /suppliers/{supplierId}/products/{productId}/dossier/send', {
    onSuccess: (next) => {
      kept(next);
      toast(t('dossierForm.sentNow'));
      for (const route of [
        'GET /suppliers/{supplierId}/products',
        'GET /suppliers/{supplierId}/products/{productId}',
        'GET /suppliers/{supplierId}/products/{productId}/to-sell',
      ] as const)
        void queries.invalidateQueries({ queryKey: routeKey(route) });
    },
  });
  const saveNow = async () => {
    const next = await save.mutateAsync({ params: { ...product }, body: form, version: fields.beside });
    // A group that is not whole was not saved: as it was typed it stays.
    fields.saved(isWhole(typed) ? typed : null, { standing: typedOf(next.form), version: next.version });
    return next;
  };
  const sendNow = async () => {
    const { version } = changed ? await saveNow() : draft;
    await send.mutateAsync({ params: { ...product }, version });
  };
  // What of a group is typed while the rest is missing is not saved either.
  useUnsaved(changed || (fields.touched && !isWhole(typed)));
  // What was refused stands beside the buttons already.
  const quietly = (done: Promise<unknown>) => void done.catch(() => undefined);
  return {
    typed,
    setTyped: fields.set,
    changed,
    whole: isWhole(typed),
    save,
    send,
    /** The form is left as it is being typed: only what the product is was saved. */
    factsSaved: (next: DossierDraft) => {
      kept(next);
      toast(t('facts.saved'));
    },
    saveNow: () => quietly(saveNow()),
    sendNow: () => quietly(sendNow()),
  };
}

function Desk({ draft, product }: { draft: DossierDraft; product: ProductKey }) {
  const t = useT();
  const { typed, setTyped, changed, whole, save, send, saveNow, sendNow, factsSaved } = useDossier(draft, product);
  const problem = send.error ?? save.error;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-5">
        {draft.corrections.length > 0 && (
          <Notice tone="attention" title={t('dossierForm.corrections')}>
            <ul className="list-disc ps-5">
              {draft.corrections.map(({ pointer, note }) => (
                <li key={pointer}>{note}</li>
              ))}
            </ul>
          </Notice>
        )}
        <FactsCard draft={draft} product={product} onSaved={factsSaved} />
        <DossierEditor product={product} typed={typed} corrections={draft.corrections} onChange={setTyped} />
        <Card title={t('dossierForm.findings')}>
          <p className="mb-2 text-sm text-ink-faint">
            {changed ? t('dossierForm.findingsStale') : t('dossierForm.findingsText')}
          </p>
          <FindingsInShort findings={draft.findings} />
          <Findings findings={draft.findings} />
        </Card>
        <footer className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-3 border-t border-line bg-paper px-4 py-3 sm:mx-0 sm:px-0">
          {problem && (
            <div className="w-full">
              <WordsRefused problem={problem} />
            </div>
          )}
          {!whole && <p className="w-full text-sm text-amber">{t('dossierForm.notWhole')}</p>}
          <Button
            data-act="PUT /suppliers/{supplierId}/products/{productId}/dossier"
            look="secondary"
            pending={save.isPending}
            unavailable={!changed}
            onClick={saveNow}
          >
            {changed ? t('dossierForm.save') : t('dossierForm.saved')}
          </Button>
          <Button
            data-act="POST /suppliers/{supplierId}/products/{productId}/dossier/send"
            pending={send.isPending}
            unavailable={!whole}
            onClick={sendNow}
          >
            {t('dossierForm.send')}
          </Button>
        </footer>
      </div>
      <div className="flex flex-col gap-5 max-lg:order-first">
        <ListingCard {...product} />
        <Card title={t('dossierForm.sentTitle')}>
          <Sent draft={draft} />
        </Card>
        <RecognitionCard {...product} />
      </div>
    </div>
  );
}

/** One of the own products: what is missing before it sells, its dossier, its recognition, and the end of its listing. */
export function ProductPage() {
  const t = useT();
  const say = useSay();
  const { supplierId = '', productId = '' } = useParams();
  const product = { supplierId, productId };
  const query = useApi(DOSSIER, { params: product });
  const { data: own } = useApi('GET /suppliers/{supplierId}/products/{productId}', { params: product });
  return (
    <Page
      title={own ? say(own.name) : t('dossier.title')}
      back={{ to: '/catalogue/products', word: t('menu.products') }}
      history={{ kind: 'product', id: productId }}
      actions={
        <LinkButton to={`/catalogue/products/${supplierId}/${productId}/listing`}>{t('listingForm.open')}</LinkButton>
      }
    >
      <Whole query={query}>{(draft) => <Desk key={productId} draft={draft} product={product} />}</Whole>
    </Page>
  );
}
