import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Money, Notice, TextField, toast, useApi, useSend, type Input, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { useToday } from '../admission/watching/today';
import { Page } from '../frame/page';
import { rowLink } from '../frame/views';
import { useSavedStep, useTyping } from '../frame/unsaved/use-unsaved';
import { useT } from '../words';
import { FEN, scaled } from './figures';
import { usePaper } from './paper';
import { useOwnSuppliers } from './parts';
import { check } from './sixty';
import { Problem } from '../frame/problem';
import { SixtyView } from './sixty-view';

type Body = Input<'POST /benefit/distributions'>['body'];
const FIGURES = ['surplus', 'losses', 'reserve', 'byVolume'] as const;
type Figure = (typeof FIGURES)[number];

/** Losses and reserve may be nothing; what is distributed may not. */
const mayBeEmpty = (name: Figure) => name === 'losses' || name === 'reserve';
const wire = (fen: bigint | null) => ({ amount: String(fen ?? 0n), currency: 'CNY' as const });

type Typed = Record<Figure, string> & { year: string };

const BLANK: Typed = { year: '', surplus: '', losses: '', reserve: '', byVolume: '' };

const readAll = (typed: Typed) => ({
  surplus: scaled(typed.surplus, FEN),
  losses: scaled(typed.losses, FEN),
  reserve: scaled(typed.reserve, FEN),
  byVolume: scaled(typed.byVolume, FEN),
});

/** Null where a figure is missing or none; what the law says of them is another matter. */
function bodyOf(supplierId: string, typed: Typed, paperId: string | null): Body | null {
  const figures = readAll(typed);
  const bad = FIGURES.some((name) => figures[name] === null && !(mayBeEmpty(name) && typed[name].trim() === ''));
  if (bad || !/^\d{4}$/.test(typed.year) || paperId === null) return null;
  return {
    ...{ supplierId, year: Number(typed.year), paperId },
    ...{ surplus: wire(figures.surplus), losses: wire(figures.losses) },
    ...{ reserve: wire(figures.reserve), byVolume: wire(figures.byVolume) },
  };
}

interface FieldsProps {
  typed: Typed;
  change: (some: Partial<Typed>) => void;
  tried: boolean;
}

function Fields({ typed, change, tried }: FieldsProps) {
  const t = useT();
  const faultOf = (name: Figure) => {
    if (typed[name].trim() === '') return tried && !mayBeEmpty(name) ? t('act.missing') : null;
    return scaled(typed[name], FEN) === null ? t('distribution.figure') : null;
  };
  return (
    <>
      <TextField
        label={t('pool.year')}
        hint={t('distribution.yearHint')}
        inputMode="numeric"
        className="numeric"
        maxLength={4}
        value={typed.year}
        error={tried && !/^\d{4}$/.test(typed.year) ? t('act.missing') : null}
        onChange={(event) => change({ year: event.target.value })}
      />
      {FIGURES.map((name) => (
        <TextField
          key={name}
          label={
            <>
              {t(`distribution.${name}`)} <span className="font-normal text-ink-faint">{t('distribution.yuan')}</span>
            </>
          }
          hint={t(`distribution.${name}Hint`)}
          optional={mayBeEmpty(name)}
          inputMode="decimal"
          className="numeric"
          maxLength={16}
          value={typed[name]}
          error={faultOf(name)}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      ))}
    </>
  );
}

function useDistributionSend() {
  const t = useT();
  const go = useSavedStep();
  const queries = useQueryClient();
  return useSend('POST /benefit/distributions', {
    onSuccess: ({ id }) => {
      toast(t('distribution.drafted'));
      void queries.invalidateQueries();
      go(`/benefit/distributions/${id}`);
    },
  });
}

type Rule = Output<'GET /benefit/distribution-year'>;

/** What the server knows of the year: the share the law asks today, and who has what volume. */
function useYear(supplierId: string, year: string): Rule | undefined {
  return useApi(
    'GET /benefit/distribution-year',
    { query: { supplier: supplierId, year: Number(year) } },
    { enabled: supplierId !== '' && /^2\d{3}$/.test(year) },
  ).data;
}

/** What is on record before anything is typed, and why the year cannot be distributed where it cannot. */
function OnRecord({ rule: { year, isOver, declaredId, members, volume, source } }: { rule: Rule }) {
  const t = useT();
  if (!isOver) return <Notice tone="bad" title={t('distribution.yearRuns', { year })} />;
  if (declaredId !== null)
    return (
      <Notice tone="bad" title={t('distribution.yearDone', { year })}>
        <Link to={`/benefit/distributions/${declaredId}`} className={rowLink}>
          {t('distribution.title', { year })}
        </Link>
      </Notice>
    );
  if (members === 0) return <Notice tone="bad" title={t('distribution.yearEmpty', { year })} />;
  return (
    <Notice tone="info" title={t('distribution.onRecord', { year, count: members })}>
      {t('distribution.volumeOnRecord')} <Money value={volume} />
      <span className="block text-sm text-ink-faint">{t('distribution.lawSource', { source })}</span>
    </Notice>
  );
}

/** The year's figures with the check of art. 44 beside them while they are typed. */
export function DistributionFormPage() {
  const t = useT();
  const own = useOwnSuppliers();
  const today = useToday();
  const supplierId = own[0]?.id ?? '';
  const [tried, setTried] = useState(false);
  const [kept, setKept] = useState(BLANK);
  // A year is distributed once it is over.
  const typed = { ...kept, year: kept.year || (today ? String(Number(today.slice(0, 4)) - 1) : '') };
  const rule = useYear(supplierId, typed.year);
  const checked = rule ? check(readAll(typed), BigInt(rule.leastBp)) : null;
  const refused = rule !== undefined && (!rule.isOver || rule.declaredId !== null || rule.members === 0);
  const unlawful = refused || (checked !== null && checked.verdict !== 'lawful' && checked.verdict !== 'open');
  const paper = usePaper({
    ...{ supplierId, label: t('pool.resolution'), hint: t('distribution.resolutionHint') },
    error: tried ? t('paperProof.missing') : null,
  });
  const send = useDistributionSend();
  const onChange = useTyping();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const body = bodyOf(supplierId, typed, paper.id);
    if (body && !unlawful && !send.isPending) send.mutate({ body });
  };
  return (
    <Page
      title={t('distribution.new')}
      lead={t('distribution.lead')}
      back={{ to: '/benefit/distributions', word: t('distribution.list') }}
    >
      <form noValidate onChange={onChange} onSubmit={submit} className="flex max-w-3xl flex-col gap-5">
        <Card>
          <div className="grid items-start gap-5 sm:grid-cols-2">
            <Fields typed={typed} tried={tried} change={(some) => setKept((now) => ({ ...now, ...some }))} />
          </div>
        </Card>
        {rule && <OnRecord rule={rule} />}
        {checked && (
          <Card title={t('distribution.check')}>
            <SixtyView checked={checked} />
          </Card>
        )}
        <Card>{paper.picker}</Card>
        <Problem problem={send.error} />
        <Button
          data-act="POST /benefit/distributions"
          type="submit"
          className="self-start"
          pending={send.isPending}
          unavailable={unlawful}
        >
          {t('distribution.submit')}
        </Button>
      </form>
    </Page>
  );
}
