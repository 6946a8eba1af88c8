import {
  Badge,
  Button,
  Card,
  Dialog,
  Facts,
  formatDateTime,
  Money,
  TextArea,
  TextField,
  TextLink,
  Timeline,
  toast,
  useApi,
  useLocale,
  useProblemText,
  useSend,
  type Tone,
} from '@xihuo/ui';
import { Fragment, useId, useState, type ReactNode } from 'react';
import { useT } from '../../words';
import { AskFirst } from '../ask-first';
import { Photo } from './photo';
import { useReload, type AfterSaleCase } from './use-after-sales';

const tones: Record<AfterSaleCase['state'], Tone> = {
  requested: 'info',
  awaitingReturn: 'attention',
  returning: 'info',
  refused: 'bad',
  escalated: 'info',
  refunding: 'info',
  refunded: 'good',
  withdrawn: 'neutral',
  closed: 'neutral',
};

/** What may be chosen where something is typed; anything else may be written too. */
interface Choice {
  value: string;
  label: string;
}

interface CaseProps {
  one: AfterSaleCase;
  headers: Record<string, string>;
}

function Act({
  title,
  submit,
  fields,
  onSubmit,
  pending,
}: {
  title: string;
  submit: string;
  pending: boolean;
  fields: readonly { name: string; label: string; long?: true; max: number; choices?: readonly Choice[] }[];
  onSubmit: (values: Record<string, string>) => void;
}) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [values, setValues] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const form = useId();
  const of = (name: string) => values[name]?.trim() ?? '';
  const press = () => {
    setTried(true);
    if (fields.every(({ name }) => of(name) !== '')) onSubmit(values);
  };
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog
        title={title}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <Button pending={pending} onClick={press}>
            {submit}
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          {fields.map(({ name, label, long, max, choices }) => {
            const error = tried && of(name) === '' ? t('afterSale.missing') : null;
            const shared = { label, maxLength: max, value: values[name] ?? '', error };
            const change = (value: string) => setValues({ ...values, [name]: value });
            return long ? (
              <TextArea key={name} {...shared} onChange={(event) => change(event.target.value)} />
            ) : (
              <Fragment key={name}>
                <TextField
                  {...shared}
                  list={choices && `${form}-${name}`}
                  onChange={(event) => change(event.target.value)}
                />
                {choices && (
                  <datalist id={`${form}-${name}`}>
                    {choices.map((one) => (
                      <option key={one.value} {...one} />
                    ))}
                  </datalist>
                )}
              </Fragment>
            );
          })}
        </div>
      </Dialog>
    </>
  );
}

/** What the buyer can do now. */
function Steps({ one, headers }: CaseProps) {
  const t = useT();
  const problemText = useProblemText();
  const reload = useReload();
  const told = (words: string) => ({
    onSuccess: () => {
      toast(words);
      reload();
    },
    onError: (problem: Parameters<typeof problemText>[0]) => {
      toast(problemText(problem), 'bad');
      reload();
    },
  });
  const locale = useLocale();
  const known = useApi('GET /carriers', {}, { staleTime: Infinity, enabled: one.state === 'awaitingReturn' });
  const carriers = (known.data?.data ?? []).map(({ code, name }) => ({
    ...{ value: name.zh, label: locale === 'en' ? name.en : code },
  }));
  const at = { params: { id: one.orderId, caseId: one.id }, headers };
  const withdraw = useSend('POST /orders/{id}/after-sales/{caseId}/withdraw', told(t('afterSale.withdrawn')));
  const send = useSend('POST /orders/{id}/after-sales/{caseId}/return-parcel', told(t('afterSale.state.returning')));
  const escalate = useSend('POST /orders/{id}/after-sales/{caseId}/escalate', told(t('afterSale.escalated')));
  const acts: ReactNode[] = [];
  if (one.state === 'awaitingReturn')
    acts.push(
      <Act
        key="send"
        title={t('afterSale.sendBack')}
        submit={t('afterSale.send')}
        pending={send.isPending}
        fields={[
          { name: 'carrier', label: t('afterSale.carrier'), max: 40, choices: carriers },
          { name: 'trackingNumber', label: t('afterSale.tracking'), max: 40 },
        ]}
        onSubmit={({ carrier = '', trackingNumber = '' }) => send.mutate({ ...at, body: { carrier, trackingNumber } })}
      />,
    );
  if (one.state === 'refused')
    acts.push(
      <Act
        key="escalate"
        title={t('afterSale.escalate')}
        submit={t('afterSale.escalate')}
        pending={escalate.isPending}
        fields={[{ name: 'reason', label: t('afterSale.escalateReason'), long: true, max: 500 }]}
        onSubmit={({ reason = '' }) => escalate.mutate({ ...at, body: { reason } })}
      />,
    );
  if (one.state === 'requested' || one.state === 'awaitingReturn')
    acts.push(
      <AskFirst
        key="withdraw"
        word={t('afterSale.withdraw')}
        title={t('afterSale.withdrawTitle')}
        text={t('afterSale.withdrawText')}
        yes={t('afterSale.withdraw')}
        pending={withdraw.isPending}
        onYes={() => withdraw.mutate({ ...at, body: {} })}
      />,
    );
  return acts.length === 0 ? null : <div className="flex flex-wrap gap-3">{acts}</div>;
}

const silent = ['requested', 'awaitingReturn', 'returning', 'refused'] as const;

/** One claim: how it stands, whose turn it is until when, and what has happened. */
export function CaseCard({ one, headers, mayAct }: CaseProps & { mayAct: boolean }) {
  const t = useT();
  const locale = useLocale();
  const waits = silent.find((state) => state === one.state);
  const { returnParcel } = one;
  return (
    <Card title={t(`afterSale.kind.${one.kind}`)}>
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap items-center gap-3" role="status">
          <Badge tone={tones[one.state]}>{t(`afterSale.state.${one.state}`)}</Badge>
          {waits && one.dueAt && (
            <span className="text-sm text-ink-soft">
              {t(`afterSale.silence.${waits}`, { at: formatDateTime(one.dueAt, locale) })}
            </span>
          )}
        </p>
        <Facts
          facts={[
            { term: t('afterSale.amount'), detail: <Money value={one.amount} /> },
            { term: t('afterSale.reason'), detail: t(`afterSale.reason.${one.reason as 'other'}`) },
            {
              term: t('afterSale.lines'),
              detail: (
                <ul lang="zh-CN">
                  {one.lines.map((line) => (
                    <li key={line.lineId}>
                      {line.productName} {line.pack} × {line.packs}
                    </li>
                  ))}
                </ul>
              ),
            },
            ...(one.words ? [{ term: t('afterSale.words'), detail: one.words }] : []),
            ...(one.answer ? [{ term: t('afterSale.answer'), detail: one.answer }] : []),
            ...(returnParcel
              ? [{ term: t('afterSale.parcel'), detail: `${returnParcel.carrier} ${returnParcel.trackingNumber}` }]
              : []),
          ]}
        />
        {one.photoIds.length > 0 && (
          <ul className="flex flex-wrap gap-3">
            {one.photoIds.map((photoId, index) => (
              <li key={photoId}>
                <Photo
                  {...{ photoId, headers }}
                  orderId={one.orderId}
                  title={t('afterSale.photo', { count: index + 1 })}
                />
              </li>
            ))}
          </ul>
        )}
        {one.steps.some(({ event }) => event === 'handOver') && (
          <p>
            <TextLink to={`/orders/${one.orderId}`}>{t('afterSale.toDispute')}</TextLink>
          </p>
        )}
        {mayAct && <Steps one={one} headers={headers} />}
        <Timeline
          entries={one.steps.map((step, index) => ({
            id: String(index),
            at: formatDateTime(step.at, locale),
            title: `${t(`afterSale.by.${step.by}`)} · ${t(`afterSale.event.${step.event}`)}`,
            children: step.note,
          }))}
        />
      </div>
    </Card>
  );
}
