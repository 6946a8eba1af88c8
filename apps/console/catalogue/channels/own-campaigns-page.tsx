import { Button, Card, Checkbox, EmptyState, Notice, useApi, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useSay } from '../../admission/watching/today';
import { useOwnSuppliers } from '../../benefit/parts';
import { Page } from '../../frame/page';
import { useTypedOver } from '../../frame/typed-over';
import { Day } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { useUnsaved } from '../../frame/unsaved/use-unsaved';
import { useT } from '../../words';
import { useDiscountWords } from './campaign-sheet';
import { ownCost } from './own-cost';
import { ChosenNow, Refusal, useSaveOver } from './parts';

type Entering = Output<'GET /suppliers/{supplierId}/campaigns'>['data'][number];

const enteredOf = ({ products }: Entering) => products.filter(({ entered }) => entered).map(({ product }) => product);

/** What each discount would cost this supplier, before it says yes. */
function Costs({ discounts }: { discounts: Entering['discounts'] }) {
  const t = useT();
  const say = useSay();
  const { terms, funders } = useDiscountWords();
  if (discounts.length === 0) return <p className="text-ink-soft">{t('ownCampaigns.noDiscounts')}</p>;
  return (
    <ul className="divide-y divide-line">
      {discounts.map((discount) => {
        const cost = ownCost(discount);
        return (
          <li key={discount.id} className="py-2">
            <span className="font-medium">{say(discount.name)}</span> · {terms(discount)}
            <span className="block text-sm text-ink-soft">{funders(discount.funders)}</span>
            <span className="block font-medium">
              {cost.kind === 'nothing' ? t('ownCampaigns.costsNothing') : t(`ownCampaigns.costs.${cost.kind}`, cost)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function EntryForm({ supplierId, entering }: { supplierId: string; entering: Entering }) {
  const t = useT();
  const say = useSay();
  const { campaign, discounts, products, version } = entering;
  const standing = enteredOf(entering);
  const before = standing.map(({ id }) => id);
  const form = useTypedOver<readonly string[]>(before, version);
  useUnsaved(form.touched);
  const chosen = form.value;
  const [accepts, setAccepts] = useState(before.length > 0);
  const [tried, setTried] = useState(false);
  const save = useSaveOver('PUT /suppliers/{supplierId}/campaigns/{slug}', t('ownCampaigns.entered'), form, (next) => ({
    standing: enteredOf(next).map(({ id }) => id),
    version: next.version,
  }));
  const toggle = (id: string) => form.set(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!accepts || save.isPending) return;
    save.mutate({
      params: { supplierId, slug: campaign.slug },
      version: form.version,
      body: { products: [...chosen], acceptsDiscounts: true },
    });
  };
  return (
    <Card title={say(campaign.name)}>
      <p className="mb-3 text-ink-soft">
        {campaign.east.name} – {campaign.west.name} · <Day value={campaign.startsOn} /> –{' '}
        <Day value={campaign.endsOn} />
      </p>
      <Costs discounts={discounts} />
      {products.length === 0 ? (
        <div className="mt-3">
          <Notice tone="info" title={t('ownCampaigns.noProducts')} />
        </div>
      ) : (
        <form noValidate onSubmit={submit} className="mt-3 flex flex-col gap-3">
          <fieldset>
            <legend className="font-medium">{t('ownCampaigns.which')}</legend>
            <div className="flex flex-wrap gap-x-6">
              {products.map(({ product }) => (
                <Checkbox key={product.id} checked={chosen.includes(product.id)} onChange={() => toggle(product.id)}>
                  {say(product.name)}
                </Checkbox>
              ))}
            </div>
          </fieldset>
          <Checkbox checked={accepts} onChange={(event) => setAccepts(event.target.checked)}>
            {t('ownCampaigns.accept')}
          </Checkbox>
          {tried && !accepts && <p className="text-sm font-medium text-cinnabar">{t('ownCampaigns.mustAccept')}</p>}
          <Refusal problem={save.error} />
          <ChosenNow problem={save.error} names={standing.map(({ name }) => say(name))} />
          <Button
            data-act="PUT /suppliers/{supplierId}/campaigns/{slug}"
            type="submit"
            className="self-start"
            pending={save.isPending}
          >
            {t(before.length > 0 ? 'ownCampaigns.change' : 'ownCampaigns.enter')}
          </Button>
        </form>
      )}
    </Card>
  );
}

function Campaigns({ supplierId, heading }: { supplierId: string; heading: string | null }) {
  const t = useT();
  const query = useApi('GET /suppliers/{supplierId}/campaigns', { params: { supplierId } });
  return (
    <section className="mb-8 flex flex-col gap-5">
      {heading && <h2 className="text-lg">{heading}</h2>}
      <Whole query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={t('ownCampaigns.none')}>{t('ownCampaigns.noneText')}</EmptyState>
          ) : (
            data.map((entering) => (
              <EntryForm key={entering.campaign.slug} supplierId={supplierId} entering={entering} />
            ))
          )
        }
      </Whole>
    </section>
  );
}

/** Campaigns that own recognised products may join. */
export function OwnCampaignsPage() {
  const t = useT();
  const own = useOwnSuppliers();
  return (
    <Page title={t('menu.ownCampaigns')} lead={t('ownCampaigns.lead')}>
      {own.map(({ id, name }) => (
        <Campaigns key={id} supplierId={id} heading={own.length > 1 ? name : null} />
      ))}
    </Page>
  );
}
