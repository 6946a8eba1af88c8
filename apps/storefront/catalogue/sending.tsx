import { Button, Money, Notice, TextLink, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useInBrowser } from '../frame/use-in-browser';
import { useT } from '../words';
import { PlaceDialog } from './later-parts';
import type { Offer, Product } from './offer-picker';

export type Quote = Output<'GET /skus/{skuId}/delivery'>;

interface SendingProps {
  product: Product;
  offer: Offer | undefined;
  quote: Quote | undefined;
  /** Whether a place is known in this browser. */
  placed: boolean;
}

/** What sending costs to the reader's county, when it goes out, and what holds where something is wrong with it. */
export function Sending({ product, offer, quote, placed }: SendingProps) {
  const t = useT();
  const inBrowser = useInBrowser();
  const [choosing, setChoosing] = useState(false);
  const { promise, perishable } = product;
  return (
    <div className="flex flex-col gap-1 text-sm text-ink-soft">
      <div className="flex min-h-target flex-wrap items-center gap-x-3" aria-live="polite">
        {quote && <Freight quote={quote} />}
        {inBrowser && (
          <Button look="quiet" size="small" className="-ms-3" onClick={() => setChoosing(true)}>
            {t(placed ? 'sending.otherPlace' : 'sending.choosePlace')}
          </Button>
        )}
      </div>
      <p>{t('sending.within', { hours: offer?.wholesale.shipWithinHours ?? promise.shipWithinHours })}</p>
      <p>
        {t(perishable ? 'afterSale.fresh' : 'afterSale.sevenDays', {
          ...{ days: promise.claimDays, hours: promise.answerHours },
        })}
      </p>
      {quote && !quote.served && (
        <Notice tone="attention" title={t('sending.notThere', { place: quote.region.name })}>
          <TextLink to={`/products?category=${product.category}&deliverTo=${quote.region.code}`}>
            {t('sending.whatGoesThere')}
          </TextLink>
        </Notice>
      )}
      {choosing && <PlaceDialog onClose={() => setChoosing(false)} />}
    </div>
  );
}

function Freight({ quote: { region, served, freight, freeFrom } }: { quote: Quote }) {
  const t = useT();
  if (!served) return null;
  return (
    <span>
      <span lang="zh-CN">{t('sending.to', { place: region.name })}</span>{' '}
      {freight.amount === '0' ? (
        <strong className="text-green">{t('sending.free')}</strong>
      ) : (
        <>
          {t('sending.freight')} <Money value={freight} />
        </>
      )}
      {freeFrom && (
        <>
          {' '}
          · {t('sending.freeFrom')} <Money value={freeFrom} />
        </>
      )}
    </span>
  );
}
