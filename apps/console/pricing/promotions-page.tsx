import { Badge, Button, Card, EmptyState, formatBasisPoints, formatMoney, Money, useLocale, usePages } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useSay } from '../admission/watching/today';
import { useOwnSuppliers } from '../benefit/parts';
import { Refusal, useSave } from '../catalogue/channels/parts';
import { HistoryButton } from '../frame/history';
import { OtherPerson } from '../frame/other-person';
import { Page } from '../frame/page';
import { Moment } from '../frame/when';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { EndPromotion, PublishPromotion, type Promotion } from './promotion-act';
import { BLANK, OWN_KINDS, ownFormOf, PLATFORM_KINDS, platformFormOf, type PromotionTyped } from './promotion';
import { PromotionFields } from './promotion-fields';

const tones = { draft: 'attention', published: 'good', ended: 'neutral' } as const;

function useTerms() {
  const t = useT();
  const locale = useLocale();
  return ({ threshold, reduction, percentBp, prices }: Promotion): string => {
    if (threshold && reduction)
      return t('promotion.reduces', { threshold: formatMoney(threshold), reduction: formatMoney(reduction) });
    if (percentBp !== null) return t('promotion.percentOff', { percent: formatBasisPoints(percentBp, locale) });
    return prices
      .map(({ name, pack, price, taken, packsMost }) =>
        t('promotion.priceOf', { name: `${name} ${pack}`, price: formatMoney(price), taken, most: packsMost ?? '∞' }),
      )
      .join('；');
  };
}

interface ItemProps {
  promotion: Promotion;
  supplierId: string | null;
}

const ACTS = { publish: PublishPromotion, end: EndPromotion } as const;

function Item({ promotion, supplierId }: ItemProps) {
  const [asked, setAsked] = useState<keyof typeof ACTS | null>(null);
  const Act = asked && ACTS[asked];
  const t = useT();
  const say = useSay();
  const terms = useTerms();
  const name = say(promotion.name);
  const acts =
    supplierId === null
      ? ({ publish: 'POST /promotions/{id}/publish', end: 'POST /promotions/{id}/end' } as const)
      : ({
          publish: 'POST /suppliers/{supplierId}/promotions/{id}/publish',
          end: 'POST /suppliers/{supplierId}/promotions/{id}/end',
        } as const);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{name}</span>
          <Badge tone={tones[promotion.state]}>{t(`promotion.state.${promotion.state}`)}</Badge>
          <span className="text-sm text-ink-soft">{t(`promotion.kind.${promotion.kind}`)}</span>
        </p>
        <p>{terms(promotion)}</p>
        <p className="text-sm text-ink-soft">
          <Moment value={promotion.startsAt} /> – <Moment value={promotion.endsAt} />
        </p>
        <p className="text-sm text-ink-soft">
          {promotion.claimsMost !== null && (
            <>{t('promotion.claimed', { claimed: promotion.claimed, most: promotion.claimsMost })} · </>
          )}
          {t('promotion.given')} <Money value={promotion.given} />
        </p>
      </div>
      <div className="flex items-center gap-2">
        {promotion.state === 'draft' && !promotion.mayPublish && <OtherPerson />}
        {promotion.state === 'draft' && promotion.mayPublish && (
          <Button
            data-act={acts.publish}
            size="small"
            aria-label={t('promotion.publishOf', { name })}
            onClick={() => setAsked('publish')}
          >
            {t('promotion.publish')}
          </Button>
        )}
        {promotion.state !== 'ended' && (
          <Button
            data-act={acts.end}
            size="small"
            look="secondary"
            aria-label={t('promotion.endOf', { name })}
            onClick={() => setAsked('end')}
          >
            {t('promotion.end')}
          </Button>
        )}
        <HistoryButton of={{ kind: 'promotion', id: promotion.id }} name={name} />
      </div>
      {Act && <Act {...{ promotion, supplierId }} onClose={() => setAsked(null)} />}
    </li>
  );
}

type Pages = Pick<
  ReturnType<typeof usePages<'GET /promotions'>>,
  'rows' | 'error' | 'refetch' | 'hasNextPage' | 'fetchNextPage'
>;

/** What there is, or why it cannot be read. */
function List({ query, supplierId }: { query: Pages; supplierId: string | null }) {
  const t = useT();
  const { rows, error, refetch, hasNextPage, fetchNextPage } = query;
  return (
    <Whole query={{ data: rows, error, refetch }}>
      {(promotions) =>
        promotions.length === 0 ? (
          <EmptyState title={t('promotion.none')}>{t('promotion.noneText')}</EmptyState>
        ) : (
          <Card title={t('promotion.list')}>
            <ul className="divide-y divide-line">
              {promotions.map((promotion) => (
                <Item key={promotion.id} {...{ promotion, supplierId }} />
              ))}
            </ul>
            {hasNextPage && (
              <Button look="secondary" className="mt-3" onClick={() => void fetchNextPage()}>
                {t('promotion.more')}
              </Button>
            )}
          </Card>
        )
      }
    </Whole>
  );
}

function Own({ supplierId, heading }: { supplierId: string; heading: string | null }) {
  const t = useT();
  const params = { supplierId };
  const [typed, setTyped] = useState<PromotionTyped>(BLANK);
  const [tried, setTried] = useState(false);
  const query = usePages('GET /suppliers/{supplierId}/promotions', { params });
  const draft = useSave('POST /suppliers/{supplierId}/promotions', t('promotion.drafted'));
  const { faults, form } = ownFormOf(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!form || draft.isPending) return;
    draft.mutate(
      { params, body: form },
      {
        onSuccess: () => {
          setTyped(BLANK);
          setTried(false);
        },
      },
    );
  };
  return (
    <section className="mb-8 flex flex-col gap-5">
      {heading && <h2 className="text-lg">{heading}</h2>}
      <List {...{ query, supplierId }} />
      <Card title={t('promotion.new')}>
        <form noValidate onSubmit={submit} className="flex flex-col gap-4">
          <PromotionFields
            {...{ typed, tried, faults, supplierId }}
            kinds={OWN_KINDS}
            set={(some) => setTyped({ ...typed, ...some })}
          />
          <Refusal problem={draft.error} />
          <Button
            data-act="POST /suppliers/{supplierId}/promotions"
            type="submit"
            className="self-start"
            pending={draft.isPending}
          >
            {t('promotion.draft')}
          </Button>
        </form>
      </Card>
    </section>
  );
}

/** A supplier's own promotions: drafted, published, ended, and what each has cost. */
export function OwnPromotionsPage() {
  const t = useT();
  const own = useOwnSuppliers();
  return (
    <Page title={t('menu.ownPromotions')} lead={t('promotion.ownLead')}>
      {own.map(({ id, name }) => (
        <Own key={id} supplierId={id} heading={own.length > 1 ? name : null} />
      ))}
    </Page>
  );
}

/** The platform's promotions: paid by it, over the goods of all suppliers, published by other eyes. */
export function PlatformPromotionsPage() {
  const t = useT();
  const [typed, setTyped] = useState<PromotionTyped>(BLANK);
  const [tried, setTried] = useState(false);
  const query = usePages('GET /promotions', {});
  const draft = useSave('POST /promotions', t('promotion.drafted'));
  const { faults, form } = platformFormOf(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!form || draft.isPending) return;
    draft.mutate(
      { body: form },
      {
        onSuccess: () => {
          setTyped(BLANK);
          setTried(false);
        },
      },
    );
  };
  return (
    <Page title={t('menu.promotions')} lead={t('promotion.platformLead')}>
      <div className="flex flex-col gap-5">
        <List query={query} supplierId={null} />
        <Card title={t('promotion.new')}>
          <form noValidate onSubmit={submit} className="flex flex-col gap-4">
            <PromotionFields
              {...{ typed, tried, faults }}
              supplierId={null}
              kinds={PLATFORM_KINDS}
              set={(some) => setTyped({ ...typed, ...some })}
            />
            <Refusal problem={draft.error} />
            <Button data-act="POST /promotions" type="submit" className="self-start" pending={draft.isPending}>
              {t('promotion.draft')}
            </Button>
          </form>
        </Card>
      </div>
    </Page>
  );
}
