import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Notice, routeKey, useApi, toast, useSend, type Output } from '@xihuo/ui';
import { useOwnSuppliers } from '../../benefit/parts';
import { Page } from '../../frame/page';
import { useTypedOver } from '../../frame/typed-over';
import { Whole } from '../../frame/whole';
import { useUnsaved } from '../../frame/unsaved/use-unsaved';
import { useT } from '../../words';
import { Branch } from './branch';
import { Problem } from '../../frame/problem';
import { toggled, type Path } from './tree';

type Areas = Output<'GET /suppliers/{supplierId}/delivery-areas'>;
type Region = Output<'GET /regions'>['data'][number];

/** Beyond the mainland nothing is delivered; those places are not in the tree. */
const isMainland = ({ code }: Region) => code < '700000';

/** Provinces by their name, what lies deeper with the province before it. */
const placeName = ({ code, name, provinceName }: Areas['data'][number]) =>
  code.endsWith('0000') ? name : `${provinceName}${name}`;

function Standing({ areas }: { areas: Areas }) {
  const t = useT();
  const { counties, notServed } = areas;
  if (notServed.length === 0) return <p>{t('areas.everywhere', { all: counties.all })}</p>;
  return (
    <div>
      <p>{t('areas.counted', counties)}</p>
      <details className="mt-1">
        <summary className="min-h-target py-2 text-sm text-green">
          {t('areas.notServed', { count: notServed.length })}
        </summary>
        <p lang="zh-CN" className="text-sm text-ink-soft">
          {notServed.map(placeName).join('、')}
        </p>
      </details>
    </div>
  );
}

/** With no place named it is delivered everywhere. */
const keptOf = ({ data }: Areas, all: readonly string[]) => (data.length === 0 ? all : data.map(({ code }) => code));

/** Where one supplier delivers to: a tree of ticks over what is kept, sent whole. */
function AreasForm({
  supplierId,
  areas,
  provinces,
}: {
  supplierId: string;
  areas: Areas;
  provinces: readonly Region[];
}) {
  const [t, queries] = [useT(), useQueryClient()];
  const all = provinces.map(({ code }) => code);
  const kept = keptOf(areas, all);
  const form = useTypedOver<readonly string[]>(kept, areas.version);
  useUnsaved(form.touched);
  const served: ReadonlySet<string> = new Set(form.value);
  const at = { params: { supplierId } };
  const save = useSend('PUT /suppliers/{supplierId}/delivery-areas', {
    onMutate: form.sending,
    onError: form.refused,
    onSuccess: (next) => {
      form.answered({ standing: keptOf(next, all), version: next.version });
      queries.setQueryData(routeKey('GET /suppliers/{supplierId}/delivery-areas', at), next);
      toast(t('areas.saved'));
    },
  });
  const below = (parent: string) =>
    queries
      .getQueryData<Output<'GET /regions'>>(routeKey('GET /regions', { query: { parent } }))
      ?.data.map(({ code }) => code);
  const isSame = served.size === kept.length && kept.every((code) => served.has(code));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ ...at, version: form.version, body: { areas: [...served] } });
      }}
    >
      <Standing areas={areas} />
      <fieldset className="mt-4">
        <legend className="mb-1 font-medium">{t('areas.legend')}</legend>
        <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
          {provinces.map(({ code, name }) => (
            <Branch
              key={code}
              {...{ name, served }}
              path={[code]}
              isLeaf={false}
              onToggle={(path: Path) => form.set([...toggled(served, path, below)])}
            />
          ))}
        </ul>
      </fieldset>
      {served.size === 0 && <Notice tone="attention" title={t('areas.nowhere')} />}
      <Problem problem={save.error} />
      <div className="mt-4 flex flex-wrap gap-3">
        <Button
          data-act="PUT /suppliers/{supplierId}/delivery-areas"
          type="submit"
          pending={save.isPending}
          unavailable={served.size === 0 || isSame}
        >
          {t('areas.save')}
        </Button>
        <Button look="secondary" onClick={() => form.set(all)}>
          {t('areas.takeAll')}
        </Button>
      </div>
    </form>
  );
}

function Supplier({ id, name }: { id: string; name: string }) {
  const areas = useApi('GET /suppliers/{supplierId}/delivery-areas', { params: { supplierId: id } });
  const regions = useApi('GET /regions', {}, { staleTime: Infinity });
  return (
    <Card title={name}>
      <Whole query={areas}>
        {(kept) => (
          <Whole query={regions}>
            {({ data }) => <AreasForm supplierId={id} areas={kept} provinces={data.filter(isMainland)} />}
          </Whole>
        )}
      </Whole>
    </Card>
  );
}

/** Where the own organisation delivers to: read by the shop's search and shown beside its goods. */
export function AreasPage() {
  const t = useT();
  const own = useOwnSuppliers();
  return (
    <Page title={t('menu.areas')} lead={t('areas.lead')}>
      <div className="grid gap-6">
        {own.map(({ id, name }) => (
          <Supplier key={id} id={id} name={name} />
        ))}
      </div>
    </Page>
  );
}
