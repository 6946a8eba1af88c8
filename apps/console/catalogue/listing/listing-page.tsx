import { Badge, Button, Card, Notice, TextArea, useApi } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { ChangeRows } from './change-rows';
import { ChangeBadge } from './change-badge';
import { FindingsList, WordsRefused } from './findings-list';
import { PackList } from './pack-list';
import { PicturesField } from './pictures-field';
import { PriceCard } from './price-card';
import { StockCard } from './stock-card';
import { LISTING, openChange, type Listing } from './typed';
import { useListing } from './use-listing';
import { SeasonFields, WordsFields } from './words-fields';

/** How the change stands, and what its reviewer said. */
function Standing({ listing }: { listing: Listing }) {
  const t = useT();
  const { change } = listing;
  if (!change) return <p className="text-ink-soft">{t('change.none')}</p>;
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <ChangeBadge state={change.state} />
        <span className="text-sm text-ink-faint">{t(`changeNext.${change.state}`)}</span>
      </p>
      {change.message && (
        <Notice tone={change.state === 'published' ? 'good' : 'attention'} title={t('change.message')}>
          {change.message}
        </Notice>
      )}
      <ChangeRows rows={change.changes} pictures={change.pictures} />
    </div>
  );
}

function Footer({ listing, desk }: { listing: Listing; desk: ReturnType<typeof useListing> }) {
  const t = useT();
  const open = openChange(listing);
  const problem = desk.submit.error ?? desk.save.error ?? desk.cancel.error;
  const locked = open?.state === 'submitted';
  return (
    <footer className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-3 border-t border-line bg-paper px-4 py-3 sm:mx-0 sm:px-0">
      {problem && (
        <div className="w-full">
          <WordsRefused problem={problem} />
        </div>
      )}
      {!locked && (
        <>
          <Button
            data-act="PUT /suppliers/{supplierId}/products/{productId}/listing/change"
            look="secondary"
            pending={desk.save.isPending}
            unavailable={!desk.changed || desk.content === null}
            onClick={desk.saveNow}
          >
            {t(desk.changed || !open ? 'listingForm.save' : 'listingForm.saved')}
          </Button>
          <Button
            data-act="POST /suppliers/{supplierId}/products/{productId}/listing/change/submit"
            pending={desk.submit.isPending}
            unavailable={desk.content === null || (!desk.changed && !open)}
            onClick={desk.submitNow}
          >
            {t('listingForm.submit')}
          </Button>
        </>
      )}
      {open && (
        <Button
          data-act="POST /suppliers/{supplierId}/products/{productId}/listing/change/cancel"
          look="quiet"
          pending={desk.cancel.isPending}
          onClick={desk.cancelNow}
        >
          {t('listingForm.cancel')}
        </Button>
      )}
    </footer>
  );
}

function Desk({ listing, product }: { listing: Listing; product: ProductKey }) {
  const t = useT();
  const desk = useListing(listing, product);
  const open = openChange(listing);
  const locked = open?.state === 'submitted';
  const findings = open?.findings ?? [];
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="flex min-w-0 flex-col gap-5">
        {locked && <Notice title={t('listingForm.locked')}>{t('listingForm.lockedText')}</Notice>}
        {findings.length > 0 && (
          <Card title={t('listingForm.findings')}>
            <p className="mb-3 text-sm text-ink-faint">{t('listingForm.findingsText')}</p>
            <FindingsList findings={findings} />
          </Card>
        )}
        <WordsFields typed={desk.typed} findings={findings} locked={locked} set={desk.set} />
        <PicturesField
          product={product}
          pictures={listing.pictures}
          chosen={desk.typed.pictures}
          locked={locked}
          onChange={(pictures) => desk.set({ pictures })}
        />
        <SeasonFields typed={desk.typed} locked={locked} set={desk.set} daysMalformed={desk.content === null} />
        {!locked && (
          <TextArea
            label={t('listingForm.note')}
            hint={t('listingForm.noteHint')}
            optional
            maxLength={1000}
            value={desk.note}
            onChange={(event) => desk.setNote(event.target.value)}
          />
        )}
        <Footer listing={listing} desk={desk} />
      </div>
      <div className="flex min-w-0 flex-col gap-5 max-lg:order-first">
        <Card title={t('change.title')} aside={listing.shared ? <Badge>{t('listingForm.shared')}</Badge> : undefined}>
          <Standing listing={listing} />
        </Card>
        <PriceCard listing={listing} product={product} />
        <StockCard product={product} />
        <PackList listing={listing} product={product} />
      </div>
    </div>
  );
}

/** One of the own products as the shop shows it: words, pictures, season, prices, and the change that waits. */
export function ListingPage() {
  const t = useT();
  const { supplierId = '', productId = '' } = useParams();
  const product = { supplierId, productId };
  const query = useApi(LISTING, { params: product });
  return (
    <Page
      title={query.data ? t('listingForm.titleOf', { name: query.data.name }) : t('listingForm.title')}
      lead={t('listingForm.lead')}
      back={{ to: `/catalogue/products/${supplierId}/${productId}`, word: t('listingForm.back') }}
      history={{ kind: 'product', id: productId }}
    >
      <Whole query={query}>{(listing) => <Desk key={productId} listing={listing} product={product} />}</Whole>
    </Page>
  );
}
