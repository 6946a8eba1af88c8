import { classes, formatNumber, Select, useLocale } from '@xihuo/ui';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { useBusinessMode } from '../../frame/business-mode';
import { Switch } from '../../frame/switch';
import { useT } from '../../words';
import { priceWords } from './price-text';
import type { Facets } from './use-facets';
import type { Filters } from './use-filters';

interface OptionProps {
  label: string;
  /** Of places and suppliers, which stay Chinese. */
  chinese?: boolean;
  products?: number;
  chosen: boolean;
  to: string;
}

function Option({ label, chinese, products, chosen, to }: OptionProps) {
  const locale = useLocale();
  return (
    <li>
      <Link
        to={to}
        preventScrollReset
        aria-current={chosen ? 'true' : undefined}
        className={classes(
          'flex min-h-target items-center justify-between gap-2 rounded-md px-3 py-1.5 hover:bg-sunken',
          'aria-current:bg-green-wash aria-current:font-semibold aria-current:text-green',
        )}
      >
        <span lang={chinese ? 'zh-CN' : undefined} className="min-w-0 leading-snug">
          {label}
        </span>
        {products !== undefined && (
          <span className="numeric text-sm font-normal text-ink-faint">{formatNumber(products, locale)}</span>
        )}
      </Link>
    </li>
  );
}

const SHORT = 8;

function Section({ title, children }: { title: string; children: ReactElement<OptionProps>[] }) {
  const t = useT();
  const [whole, setWhole] = useState(false);
  // What would leave nothing is no choice; one that was taken stays, to be taken back.
  const options = children.filter(({ props }) => props.products !== 0 || props.chosen);
  if (options.length === 0) return null;
  return (
    <section className="border-t border-line py-3 first:border-t-0 first:pt-0">
      <h2 className="px-3 pb-1 text-sm font-semibold text-ink-soft">{title}</h2>
      <ul>{whole ? options : options.slice(0, SHORT)}</ul>
      {options.length > SHORT && !whole && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="min-h-target rounded-md px-3 text-sm text-green hover:bg-sunken"
        >
          {t('facet.more')}
        </button>
      )}
    </section>
  );
}

/** What a choice does: taken, or taken back where it stands already. */
const toggle = (chosen: boolean, value: string) => (chosen ? null : value);

interface FacetPanelProps {
  filters: Filters;
  facets: Facets;
}

function Origins({ filters: { query, hrefWith }, facets }: FacetPanelProps) {
  const t = useT();
  const { region } = query;
  const up = region && !region.endsWith('0000') ? parentOf(region) : null;
  return (
    <Section title={t('facet.region')}>
      {[
        ...(region
          ? [<Option key="up" label={`‹ ${t('facet.allOrigins')}`} chosen={false} to={hrefWith({ region: null })} />]
          : []),
        ...facets.regions.map(({ code, name, products }) => {
          const chosen = region === code;
          return (
            <Option
              key={code}
              chinese
              label={name}
              {...{ products, chosen }}
              to={hrefWith({ region: chosen ? up : code })}
            />
          );
        }),
      ]}
    </Section>
  );
}

function Prices({ filters: { query, hrefWith }, facets }: FacetPanelProps) {
  const t = useT();
  return (
    <Section title={t('facet.price')}>
      {facets.prices.map(({ from, to, products }) => {
        const { key, values } = priceWords(from, to);
        const chosen = isPriced(query) && (query.priceFrom ?? '0') === from && (query.priceTo ?? null) === to;
        const range = chosen ? { priceFrom: null, priceTo: null } : { priceFrom: from, priceTo: to };
        return <Option key={from} label={t(key, values as never)} {...{ products, chosen }} to={hrefWith(range)} />;
      })}
    </Section>
  );
}

function Marks({ filters: { query, hrefWith }, facets }: FacetPanelProps) {
  const t = useT();
  const [inSeason, ofKeyCounty] = [query.season === 'now', query.keyCounty === 'only'];
  return (
    <>
      <Section title={t('facet.certificate')}>
        {facets.certificates.map(({ certificate, products }) => {
          const chosen = query.certificate === certificate;
          const to = hrefWith({ certificate: toggle(chosen, certificate) });
          return (
            <Option key={certificate} label={t(`facetCertificate.${certificate}`)} {...{ products, chosen, to }} />
          );
        })}
      </Section>
      <Section title={t('facet.more')}>
        {[
          <Option
            key="season"
            label={t('facet.season')}
            products={facets.season}
            chosen={inSeason}
            to={hrefWith({ season: toggle(inSeason, 'now') })}
          />,
          <Option
            key="keyCounty"
            label={t('facet.keyCounty')}
            products={facets.keyCounty}
            chosen={ofKeyCounty}
            to={hrefWith({ keyCounty: toggle(ofKeyCounty, 'only') })}
          />,
        ]}
      </Section>
    </>
  );
}

/** Where it is to be sent: a province, and in it a city (a district where the province is a city). */
function DeliverTo({ filters: { query, set }, facets }: FacetPanelProps) {
  const t = useT();
  const { deliverTo } = query;
  const province = deliverTo === undefined ? '' : `${deliverTo.slice(0, 2)}0000`;
  const isProvince = ({ code }: { code: string }) => code.endsWith('0000');
  const choice = ({ code, name, products }: Facets['deliverTo'][number]) => ({
    value: code,
    label: t('facet.place', { name, count: products }),
  });
  const cities = facets.deliverTo.filter((place) => !isProvince(place));
  const city = cities.find(({ code }) => code === deliverTo) ?? cities.find(({ code }) => code === cityOf(deliverTo));
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t('facet.deliverTo')}
        value={province}
        placeholder={t('facet.anywhere')}
        required={false}
        choices={facets.deliverTo.filter(isProvince).map(choice)}
        onChange={(event) => set({ deliverTo: event.target.value || null })}
      />
      {cities.length > 0 && (
        <Select
          label={t('facet.deliverToCity')}
          value={city?.code ?? ''}
          placeholder={t('facet.wholeProvince')}
          required={false}
          choices={cities.map(choice)}
          onChange={(event) => set({ deliverTo: event.target.value || province })}
        />
      )}
    </div>
  );
}

const cityOf = (code: string | undefined): string => `${(code ?? '').slice(0, 4)}00`;

/** Every way to narrow the list, with what it would leave: a rail on wide screens, a sheet on phones. */
export function FacetPanel({ filters, facets }: FacetPanelProps) {
  const t = useT();
  const { query, hrefWith } = filters;
  const { on, turn } = useBusinessMode();
  return (
    <div className="flex flex-col">
      <Section title={t('facet.category')}>
        {facets.categories.map(({ category, products }) => {
          const chosen = query.category === category;
          const to = hrefWith({ category: toggle(chosen, category) });
          return <Option key={category} label={t(`category.${category}`)} {...{ products, chosen, to }} />;
        })}
      </Section>
      <Origins {...{ filters, facets }} />
      <Prices {...{ filters, facets }} />
      <Marks {...{ filters, facets }} />
      <section className="border-t border-line px-3 py-3">
        <DeliverTo {...{ filters, facets }} />
      </section>
      <section className="border-t border-line px-3 py-3">
        <Switch on={on} onTurn={turn} label={t('forBusiness.show')} hint={t('forBusiness.showHint')} />
      </section>
      <Section title={t('facet.supplier')}>
        {facets.suppliers.map(({ id, name, products }) => {
          const chosen = query.supplier === id;
          return (
            <Option
              key={id}
              chinese
              label={name}
              {...{ products, chosen }}
              to={hrefWith({ supplier: toggle(chosen, id) })}
            />
          );
        })}
      </Section>
    </div>
  );
}

const isPriced = (query: Filters['query']): boolean => query.priceFrom !== undefined || query.priceTo !== undefined;

const parentOf = (code: string): string => (code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`);
