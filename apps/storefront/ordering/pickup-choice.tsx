import { useApi, type Output } from '@xihuo/ui';
import { useName } from '../catalogue/use-name';
import { OpeningTimes } from '../channel/opening';
import { useT } from '../words';

export type Point = Output<'GET /venues'>['data'][number];

/** Open venues at which all of these packs are handed over. */
export function usePoints(skuIds: readonly string[]): readonly Point[] {
  const query = { pickup: 'true', packs: [...skuIds].sort().join(','), limit: 100 };
  const { data } = useApi('GET /venues', { query }, { enabled: skuIds.length > 0 && skuIds.length <= 100 });
  return data?.data ?? [];
}

/** Sent to the door, or fetched at one of the points that have it all. */
export function PickupChoice({
  points,
  chosen,
  onChoose,
}: {
  points: readonly Point[];
  chosen: string | null;
  onChoose: (slug: string | null) => void;
}) {
  const t = useT();
  const name = useName();
  const choices = [
    { slug: null, word: t('pickup.send'), point: null },
    ...points.map((point) => ({ slug: point.slug, word: t('pickup.at', { name: name(point.name) }), point })),
  ];
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{t('pickup.way')}</legend>
      <div className="grid gap-2">
        {choices.map(({ slug, word, point }) => (
          <label
            key={slug ?? ''}
            className="flex min-h-target cursor-pointer items-start gap-3 rounded-md border border-line-strong px-3 py-2 has-checked:border-green has-checked:bg-green-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-slate"
          >
            <input
              type="radio"
              name="pickup"
              className="mt-1 size-5 shrink-0 accent-green"
              checked={slug === chosen}
              onChange={() => onChoose(slug)}
            />
            <span>
              {word}
              {point && (
                <span className="block text-sm text-ink-soft">
                  <span lang="zh-CN" className="block">
                    {point.region.name} {point.address}
                  </span>
                  <OpeningTimes times={point.openingTimes} />
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
