import {
  ApiProblem,
  Button,
  Checkbox,
  Dialog,
  forgetIdempotencyKey,
  FormErrors,
  idempotencyKey,
  LinkButton,
  Notice,
  Select,
  TextArea,
  TextField,
  useApi,
  useProblemText,
  useSend,
  type FormFault,
  type Input,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { ShopSignIn } from '../account/shop-sign-in';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import type { Exhibitor } from './fair-page';
import { BLANK_LEAD, leadBody, leadFaults, type LeadDraft } from './lead';
import { LeadOrganisation, type Grants } from './lead-organisation';
import { productHref } from './via';

interface LeadProps {
  slug: string;
  exhibitor: Exhibitor;
  onClose: () => void;
}

type LeadInput = Input<'POST /fairs/{slug}/leads'>['body'];

const FORM = 'lead-form';

/** Server faults come by JSON pointer: /contact/phone belongs to the phone's field. */
function serverFaults(problem: ApiProblem | null): Record<string, string> {
  return Object.fromEntries((problem?.errors ?? []).map(({ pointer, message }) => [pointer.split('/').pop(), message]));
}

type FormProps = Omit<LeadProps, 'onClose'> & { grants: Grants; send: ReturnType<typeof useLeadSend> };

function LeadForm({ slug, exhibitor, grants, send }: FormProps) {
  const t = useT();
  const name = useName();
  const problemText = useProblemText();
  const [draft, setDraft] = useState<LeadDraft>(BLANK_LEAD);
  const [attempt, setAttempt] = useState(0);
  const refused = serverFaults(send.error);
  const wrong = leadFaults(draft);
  const errorOf = (field: (typeof wrong)[number]) =>
    attempt > 0 && wrong.includes(field) ? t(`lead.${field}Wrong`) : (refused[field] ?? null);
  const faults: FormFault[] = (['wants', 'name', 'organisation', 'phone', 'consents'] as const).flatMap((field) => {
    const message = errorOf(field);
    return message ? [{ field: `lead-${field}`, message }] : [];
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (wrong.length > 0 || send.isPending) return;
    const body = leadBody(draft, exhibitor.supplier.id);
    const scope = `lead.${slug}`;
    // Sent again because no answer came, it is the same lead.
    const id = idempotencyKey(scope, body);
    send.mutate({ params: { slug }, body: { ...body, id } }, { onSuccess: () => forgetIdempotencyKey(scope) });
  };
  const field = (key: 'wants' | 'name' | 'organisation' | 'phone') => ({
    id: `lead-${key}`,
    label: t(`lead.${key}`),
    error: errorOf(key),
    value: draft[key],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value }),
  });
  return (
    <form id={FORM} noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormErrors faults={faults} attempt={attempt} />
      {send.error && faults.length === 0 && <Notice tone="bad" urgent title={problemText(send.error)} />}
      {exhibitor.products.length > 0 && (
        <Select
          optional
          label={t('lead.product')}
          placeholder={t('lead.anyProduct')}
          value={draft.productId}
          choices={exhibitor.products.map((product) => ({ value: product.id, label: name(product.name) }))}
          onChange={(event) => setDraft({ ...draft, productId: event.target.value })}
        />
      )}
      <LeadOrganisation grants={grants} draft={draft} onChange={setDraft} />
      <TextArea {...field('wants')} hint={t('lead.wantsHint')} maxLength={500} />
      <TextField {...field('name')} autoComplete="name" maxLength={40} />
      <TextField {...field('organisation')} optional autoComplete="organization" maxLength={80} />
      <TextField {...field('phone')} type="tel" inputMode="tel" autoComplete="tel-national" maxLength={20} />
      <div>
        <Checkbox
          id="lead-consents"
          aria-invalid={errorOf('consents') ? true : undefined}
          checked={draft.consents}
          onChange={(event) => setDraft({ ...draft, consents: event.target.checked })}
        >
          <span>{t('lead.consent', { name: exhibitor.supplier.name })}</span>
        </Checkbox>
        {errorOf('consents') && <p className="text-sm font-medium text-cinnabar">{errorOf('consents')}</p>}
      </div>
    </form>
  );
}

function useLeadSend() {
  return useSend('POST /fairs/{slug}/leads');
}

/** What was asked is with the exhibitor; ordering by this way later makes the lead an order. */
function Sent({ exhibitor, id, asked }: { exhibitor: Exhibitor; id: string; asked: LeadInput | undefined }) {
  const t = useT();
  const product = exhibitor.products.find((one) => one.id === asked?.productId) ?? exhibitor.products[0];
  return (
    <div role="status" className="flex flex-col items-start gap-3">
      <Notice tone="good" title={t('lead.sent')}>
        {t('lead.sentText', { name: exhibitor.supplier.name })}
      </Notice>
      {asked?.organisationId && (
        <LinkButton to={`/business/${asked.organisationId}/new?lead=${id}`}>{t('lead.purchase')}</LinkButton>
      )}
      {product && (
        <LinkButton look="secondary" to={productHref(product.slug, { lead: id }, exhibitor.supplier.id)}>
          {t('lead.order')}
        </LinkButton>
      )}
    </div>
  );
}

/** A buyer asks an exhibitor: signed in first, then what is wanted and how to be reached, with consent to pass it on. */
export function LeadDialog({ slug, exhibitor, onClose }: LeadProps) {
  const t = useT();
  const me = useApi('GET /me', {}, { staleTime: 60_000 });
  const send = useLeadSend();
  const done = send.data !== undefined;
  return (
    <Dialog
      title={t('lead.title', { name: exhibitor.supplier.name })}
      open
      onClose={onClose}
      actions={
        <>
          <Button look="secondary" onClick={onClose}>
            {t(done ? 'lead.close' : 'lead.cancel')}
          </Button>
          {me.data && !done && (
            <Button type="submit" form={FORM} pending={send.isPending}>
              {t('lead.send')}
            </Button>
          )}
        </>
      }
    >
      {send.data ? (
        <Sent exhibitor={exhibitor} id={send.data.id} asked={send.variables?.body} />
      ) : me.data ? (
        <LeadForm {...{ slug, exhibitor, send }} grants={me.data.grants} />
      ) : (
        !me.isPending && <ShopSignIn lead={t('lead.signIn')} onSignedIn={() => void me.refetch()} />
      )}
    </Dialog>
  );
}
