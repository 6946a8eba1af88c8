import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Card,
  Checkbox,
  Select,
  TextField,
  toast,
  useApi,
  useProblemText,
  useSend,
  type Input,
} from '@xihuo/ui';
import { useDeferredValue, useState, type FormEvent } from 'react';
import { useSay, useToday } from '../admission/watching/today';
import { Page } from '../frame/page';
import { useSavedStep, useTyping } from '../frame/unsaved/use-unsaved';
import { useT } from '../words';
import { FEN, HUNDREDTH, scaled } from './figures';
import { usePaper } from './paper';
import { Problem } from '../frame/problem';
import { useOwnSuppliers } from './parts';

type Body = Input<'POST /benefit/pools'>['body'];

interface Typed {
  title: string;
  year: string;
  yuan: string;
  withLandRent: boolean;
  withCollective: boolean;
  organisationId: string;
  percent: string;
}

const BLANK: Typed = {
  title: '',
  year: '',
  yuan: '',
  withLandRent: false,
  withCollective: false,
  organisationId: '',
  percent: '',
};

/** A rural collective, found in the public register by name. */
function CollectiveFields({ typed, change, tried, refused }: PartProps) {
  const t = useT();
  const say = useSay();
  const [name, setName] = useState('');
  const q = useDeferredValue(name.trim());
  const { data } = useApi('GET /register/suppliers', {
    query: { kind: 'ruralCollective', limit: 50, ...(q === '' ? {} : { q }) },
  });
  const share = scaled(typed.percent, HUNDREDTH);
  return (
    <div className="grid gap-5 border-s-2 border-line ps-4 sm:grid-cols-2">
      <TextField
        type="search"
        label={t('pool.findCollective')}
        optional
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        label={t('pool.collective')}
        value={typed.organisationId}
        choices={(data?.data ?? []).map((one) => ({ value: one.supplierId, label: say(one.name) }))}
        hint={data?.data.length === 0 ? t('pool.noCollective') : undefined}
        error={refused ?? (tried && typed.organisationId === '' ? t('act.missing') : null)}
        onChange={(event) => change({ organisationId: event.target.value })}
      />
      <TextField
        label={t('pool.collectivePercent')}
        hint={t('pool.collectivePercentHint')}
        inputMode="decimal"
        className="numeric"
        maxLength={6}
        value={typed.percent}
        error={tried && (!share || share > 10_000n) ? t('pool.percentFault') : null}
        onChange={(event) => change({ percent: event.target.value })}
      />
    </div>
  );
}

function bodyOf(supplierId: string, typed: Typed, paperId: string | null): Body | null {
  const fen = scaled(typed.yuan, FEN);
  const share = scaled(typed.percent, HUNDREDTH);
  if (!fen || typed.title.trim() === '' || !/^\d{4}$/.test(typed.year) || paperId === null) return null;
  if (typed.withCollective && (!share || share > 10_000n || typed.organisationId === '')) return null;
  return {
    ...{ supplierId, title: typed.title.trim(), year: Number(typed.year), withLandRent: typed.withLandRent, paperId },
    declared: { amount: String(fen), currency: 'CNY' },
    collective: typed.withCollective ? { organisationId: typed.organisationId, shareBp: Number(share) } : null,
  };
}

interface PartProps {
  typed: Typed;
  change: (some: Partial<Typed>) => void;
  tried: boolean;
  /** The server's sentence, where it speaks of a field here. */
  refused: string | null;
}

function MeetingFields({ typed, change, tried, refused }: PartProps) {
  const t = useT();
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <TextField
          label={t('pool.name')}
          placeholder={t('pool.namePlaceholder')}
          maxLength={120}
          value={typed.title}
          error={tried && typed.title.trim() === '' ? t('act.missing') : null}
          onChange={(event) => change({ title: event.target.value })}
        />
        <TextField
          label={t('pool.year')}
          inputMode="numeric"
          className="numeric"
          maxLength={4}
          value={typed.year}
          error={tried && !/^\d{4}$/.test(typed.year) ? t('act.missing') : null}
          onChange={(event) => change({ year: event.target.value })}
        />
      </div>
      <TextField
        label={t('pool.amount')}
        hint={t('pool.amountHint')}
        inputMode="decimal"
        className="numeric"
        maxLength={16}
        value={typed.yuan}
        error={refused ?? (tried && !scaled(typed.yuan, FEN) ? t('term.fault.figure') : null)}
        onChange={(event) => change({ yuan: event.target.value })}
      />
    </>
  );
}

function PayeeFields(props: PartProps) {
  const t = useT();
  const { typed, change } = props;
  return (
    <Card title={t('pool.who')}>
      <Checkbox
        checked={typed.withLandRent}
        hint={t('pool.withLandRentHint')}
        onChange={(event) => change({ withLandRent: event.target.checked })}
      >
        {t('pool.withLandRent')}
      </Checkbox>
      <Checkbox
        checked={typed.withCollective}
        hint={t('pool.withCollectiveHint')}
        onChange={(event) => change({ withCollective: event.target.checked })}
      >
        {t('pool.withCollective')}
      </Checkbox>
      {typed.withCollective && <CollectiveFields {...props} />}
      <p className="mt-3 text-sm text-ink-soft">{t('pool.restByShares')}</p>
    </Card>
  );
}

function usePoolSend() {
  const t = useT();
  const go = useSavedStep();
  const queries = useQueryClient();
  return useSend('POST /benefit/pools', {
    onSuccess: ({ id }) => {
      toast(t('pool.drafted'));
      void queries.invalidateQueries();
      go(`/benefit/pools/${id}`);
    },
  });
}

/** What the meeting decided; the split is answered at once as a draft, to be read before anything is owed. */
export function PoolFormPage() {
  const t = useT();
  const own = useOwnSuppliers();
  const today = useToday();
  const problemText = useProblemText();
  const [supplierId, setSupplierId] = useState(own[0]?.id ?? '');
  const [tried, setTried] = useState(false);
  const [kept, setKept] = useState(BLANK);
  const typed = { ...kept, year: kept.year || (today?.slice(0, 4) ?? '') };
  const paper = usePaper({
    ...{ supplierId, label: t('pool.resolution'), hint: t('pool.resolutionHint') },
    error: tried ? t('paperProof.missing') : null,
  });
  const send = usePoolSend();
  const onChange = useTyping();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const body = bodyOf(supplierId, typed, paper.id);
    if (body && !send.isPending) send.mutate({ body });
  };
  const { error } = send;
  const at = (...codes: string[]) => (error && codes.includes(error.code) ? problemText(error) : null);
  const ofCollective = at('NOT_A_COLLECTIVE');
  const ofAmount = at('POOL_TOO_SMALL', 'AMOUNT_ZERO');
  const form = { typed, tried, change: (some: Partial<Typed>) => setKept((now) => ({ ...now, ...some })) };
  return (
    <Page title={t('pool.new')} lead={t('pool.newLead')} back={{ to: '/benefit/pools', word: t('pool.list') }}>
      <form noValidate onChange={onChange} onSubmit={submit} className="flex max-w-3xl flex-col gap-5">
        <Card>
          <div className="flex flex-col gap-5">
            {own.length > 1 && (
              <Select
                label={t('agreement.supplier')}
                value={supplierId}
                choices={own.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(event) => setSupplierId(event.target.value)}
              />
            )}
            <MeetingFields {...form} refused={ofAmount} />
            {paper.picker}
          </div>
        </Card>
        <PayeeFields {...form} refused={ofCollective} />
        {!ofCollective && !ofAmount && <Problem problem={error} />}
        <Button data-act="POST /benefit/pools" type="submit" className="self-start" pending={send.isPending}>
          {t('pool.submit')}
        </Button>
      </form>
    </Page>
  );
}
