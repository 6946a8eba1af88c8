import { Badge, Button, Card, Checkbox, EmptyState, useApi, type Output } from '@xihuo/ui';
import type { FormEvent } from 'react';
import { useSay } from '../../admission/watching/today';
import { useOwnSuppliers } from '../../benefit/parts';
import { Page } from '../../frame/page';
import { useTypedOver } from '../../frame/typed-over';
import { Day } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { useUnsaved } from '../../frame/unsaved/use-unsaved';
import { useT } from '../../words';
import { useOwnProducts } from '../own-products';
import { ChosenNow, Refusal, useSaveOver } from './parts';

type MyFair = Output<'GET /suppliers/{supplierId}/fairs'>['data'][number];

/** Signing up is naming what is brought; with nothing named the sign-up is taken back. */
function SignUp({ supplierId, mine }: { supplierId: string; mine: MyFair }) {
  const t = useT();
  const say = useSay();
  const form = useTypedOver<readonly string[]>(mine.products, mine.version);
  useUnsaved(form.touched);
  const chosen = form.value;
  const { products, find } = useOwnProducts(supplierId, [...new Set([...chosen, ...mine.products])]);
  const save = useSaveOver('PUT /suppliers/{supplierId}/fairs/{slug}', t('ownFairs.saved'), form, (next) => ({
    standing: next.products,
    version: next.version,
  }));
  const { fair, booth, signedUp } = mine;
  const toggle = (id: string) => form.set(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { version } = form;
    if (!save.isPending)
      save.mutate({ params: { supplierId, slug: fair.slug }, version, body: { products: [...chosen] } });
  };
  return (
    <Card
      title={say(fair.name)}
      aside={
        <Badge tone={signedUp ? 'good' : 'neutral'}>{t(signedUp ? 'ownFairs.signedUp' : 'ownFairs.notSignedUp')}</Badge>
      }
    >
      <p className="text-ink-soft">
        {t(`fairKind.${fair.kind}`)} · <Day value={fair.startsOn} /> – <Day value={fair.endsOn} /> · {fair.region.name}{' '}
        {fair.place}
      </p>
      <p className="mb-3 text-ink-soft">
        {t('fairs.signUpBy')} <Day value={fair.signUpBy} />
        {signedUp && ` · ${booth ? t('ownFairs.booth', { booth }) : t('ownFairs.boothLater')}`}
      </p>
      <form noValidate onSubmit={submit} className="flex flex-col gap-3">
        <fieldset>
          <legend className="font-medium">{t('ownFairs.which')}</legend>
          {find}
          <div className="flex flex-wrap gap-x-6">
            {products.map(({ productId, name }) => (
              <Checkbox key={productId} checked={chosen.includes(productId)} onChange={() => toggle(productId)}>
                {say(name)}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <Refusal problem={save.error} />
        <ChosenNow
          problem={save.error}
          names={products.filter(({ productId }) => mine.products.includes(productId)).map(({ name }) => say(name))}
        />
        <Button
          data-act="PUT /suppliers/{supplierId}/fairs/{slug}"
          type="submit"
          className="self-start"
          unavailable={!signedUp && chosen.length === 0}
          pending={save.isPending}
        >
          {t(!signedUp ? 'ownFairs.signUp' : chosen.length === 0 ? 'ownFairs.takeBack' : 'ownFairs.change')}
        </Button>
      </form>
    </Card>
  );
}

function Fairs({ supplierId, heading }: { supplierId: string; heading: string | null }) {
  const t = useT();
  const query = useApi('GET /suppliers/{supplierId}/fairs', { params: { supplierId } });
  return (
    <section className="mb-8 flex flex-col gap-5">
      {heading && <h2 className="text-lg">{heading}</h2>}
      <Whole query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={t('ownFairs.none')}>{t('ownFairs.noneText')}</EmptyState>
          ) : (
            data.map((mine) => <SignUp key={mine.fair.slug} supplierId={supplierId} mine={mine} />)
          )
        }
      </Whole>
    </section>
  );
}

/** Fairs that are coming or running. */
export function OwnFairsPage() {
  const t = useT();
  const own = useOwnSuppliers();
  return (
    <Page title={t('menu.ownFairs')} lead={t('ownFairs.lead')}>
      {own.map(({ id, name }) => (
        <Fairs key={id} supplierId={id} heading={own.length > 1 ? name : null} />
      ))}
    </Page>
  );
}
