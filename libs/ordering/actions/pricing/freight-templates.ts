import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { mustBeVersion, type Database, type Tx } from '@xihuo/platform';
import { wire } from '../../store/order-view';
import {
  freightTemplates,
  freightVersion,
  insertFreightTemplate,
  lockFreight,
  unknownPlaces,
  type FreightTemplateRow,
} from '../../store/pricing/freight.sql';
import { rateOf } from './load-pricing';

type TemplateView = ResponseOf<'POST /suppliers/{supplierId}/freight'>;
type Form = InputOf<'POST /suppliers/{supplierId}/freight'>['body'];

/** Templates a page shows; older ones stay in the database and with their orders. */
const SHOWN = 20;

export async function readFreight(
  where: Database,
  supplierId: string,
): Promise<ResponseOf<'GET /suppliers/{supplierId}/freight'>> {
  // Read before the templates: one that is put in place between the two is shown, and told of when it is written over.
  const [counted] = await where.read(freightVersion, [supplierId]);
  const rows = await where.read(freightTemplates, [supplierId, SHOWN]);
  return { version: counted!.version, data: rows.map(templateView) };
}

/**
 * Puts a template in place of the one that holds, from now on.
 *
 * @param version of the templates that were read; a loader reads nothing
 * @throws ProblemError INVALID_INPUT naming the places that are none of the mainland, STALE_VERSION
 */
export async function replaceFreight(tx: Tx, supplierId: string, form: Form, version?: number): Promise<TemplateView> {
  const subject = { action: 'freight.replace', subjectKind: 'supplier', subjectId: supplierId };
  tx.attempt({ ...subject, among: { action: subject.action } });
  await tx.sql(lockFreight, [supplierId]);
  const [counted] = await tx.sql(freightVersion, [supplierId]);
  if (version !== undefined) mustBeVersion(counted!.version, version);
  const codes = [...new Set(form.rates.flatMap(({ regions }) => regions))];
  const unknown = new Set((await tx.sql(unknownPlaces, [codes])).map(({ code }) => code));
  if (unknown.size > 0) throw fail('INVALID_INPUT', { errors: faultsOf(form, unknown) });
  const rates = form.rates.map(({ first, step, freeFrom, ...rate }) => ({
    ...rate,
    ...{ firstFen: first.amount, stepFen: step.amount, freeFromFen: freeFrom?.amount ?? null },
  }));
  const personId = tx.actor.kind === 'person' ? tx.actor.personId : null;
  const [before] = await tx.sql(freightTemplates, [supplierId, 1]);
  const values = [supplierId, tx.now, form.assumedGrams, JSON.stringify(rates), personId];
  const [made] = await tx.sql(insertFreightTemplate, values);
  tx.auditChange(
    subject,
    {
      before: before ? keptRates(before.assumed_grams, before.rates) : {},
      after: keptRates(form.assumedGrams, rates, before?.rates),
    },
    { templateId: made!.id },
  );
  const [row] = await tx.sql(freightTemplates, [supplierId, 1]);
  must(row, 'a template was written');
  return templateView(row);
}

/** What sending costs, by storage and place, as its history tells it; nothing of where it is not sent, but that it no longer is where it was (`earlier`). */
function keptRates(
  assumedGrams: number,
  rates: readonly Record<string, unknown>[],
  earlier: readonly Record<string, unknown>[] = [],
): Record<string, unknown> {
  const [was, served] = [earlier, rates].map((all) => all.map(rateOf).filter((rate) => rate.served)) as [
    Rate[],
    Rate[],
  ];
  const within = (all: readonly Rate[], storage: string, say: (rate: Rate) => string | null) =>
    all.filter((rate) => rate.storage === storage).flatMap((rate) => rate.regions.map((code) => [code, say(rate)]));
  const of = (storage: string, fen: (typeof FEN)[number]) =>
    Object.fromEntries([
      ...within(was, storage, () => null),
      ...within(served, storage, (rate) => rate[fen]?.toString() ?? null),
    ]);
  const byStorage = machines.carting.STORAGES.map((storage) => [
    storage,
    Object.fromEntries(FEN.map((fen) => [fen, of(storage, fen)])),
  ]);
  return { assumedGrams, ...Object.fromEntries(byStorage) };
}

type Rate = ReturnType<typeof rateOf>;

const FEN = ['firstFen', 'stepFen', 'freeFromFen'] as const;

function faultsOf({ rates }: Form, unknown: ReadonlySet<string>) {
  return rates.flatMap(({ regions }, index) =>
    regions.flatMap((code, place) =>
      unknown.has(code)
        ? [{ pointer: `/rates/${index}/regions/${place}`, code: 'REGION_UNKNOWN', message: `${code} is no place` }]
        : [],
    ),
  );
}

function templateView(row: FreightTemplateRow): TemplateView {
  return {
    id: row.id,
    effectiveFrom: row.effective_from.toISOString(),
    assumedGrams: row.assumed_grams,
    rates: row.rates.map((json) => {
      const { firstFen, stepFen, freeFromFen, regions, ...rate } = rateOf(json);
      const freeFrom = freeFromFen === null ? null : wire(freeFromFen);
      return { ...rate, regions: [...regions], first: wire(firstFen), step: wire(stepFen), freeFrom };
    }),
    places: row.places ?? {},
  };
}
