import { digitalLink, ssccOf } from './gs1';

/** What happened to a lot, as rows tell it; households are counted by then. */
export interface LotHistory {
  readonly origin: string;
  readonly supplierId: string;
  readonly code: string;
  readonly gtin: string;
  readonly producedOn: string;
  readonly countyCode: string;
  readonly deliveries: readonly Dated[];
  readonly ownOutputs: readonly Dated[];
  readonly processings: readonly {
    readonly id: string;
    readonly kind: string;
    readonly on: string;
    readonly inputs: readonly LotAmount[];
    readonly outputs: readonly LotAmount[];
  }[];
  readonly packings: readonly {
    readonly number: number;
    readonly gtin: string;
    readonly packs: number;
    readonly on: string;
  }[];
  readonly shipments: readonly (Dated & { readonly shipmentId: string })[];
  readonly certificates: readonly { readonly number: string; readonly on: string }[];
  readonly tests: readonly { readonly number: string; readonly on: string; readonly passed: boolean }[];
  readonly recalledOn: string | null;
}

interface Dated {
  readonly on: string;
  readonly grams: number;
}
interface LotAmount {
  readonly code: string;
  readonly gtin: string;
  readonly grams: number;
}

const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
const OFFSET = '+08:00';
/** Days are what is known; noon stands for a day without claiming an hour. */
const at = (day: string) => ({ eventTime: `${day}T12:00:00.000${OFFSET}`, eventTimeZoneOffset: OFFSET });

/** A lot's whole history as one EPCIS 2.0 document in JSON-LD. Pure: the same history is the same document. */
export function epcisDocument(lot: LotHistory, createdAt: Date): object {
  const events = [...comingIn(lot), ...goingOn(lot)];
  return {
    '@context': [CONTEXT, { xihuo: `${lot.origin}/ns/` }],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: createdAt.toISOString(),
    epcisBody: { eventList: events.sort((one, other) => one.eventTime.localeCompare(other.eventTime)) },
  };
}

interface Event {
  readonly type: string;
  readonly eventTime: string;
}

const whereOf = ({ origin, supplierId }: LotHistory) => {
  const place = { id: `${origin}/suppliers/${supplierId}` };
  return { readPoint: place, bizLocation: place };
};
const classOf = ({ origin, code }: LotHistory, gtin: string, lotCode = code) => digitalLink(origin, gtin, lotCode);
const weightOf = (lot: LotHistory, { code, gtin, grams }: LotAmount) => ({
  ...{ epcClass: classOf(lot, gtin, code), quantity: grams / 1000, uom: 'KGM' },
});
const ownWeight = (lot: LotHistory, grams: number) => [weightOf(lot, { code: lot.code, gtin: lot.gtin, grams })];
const objectEvent = (lot: LotHistory, on: string, action: 'ADD' | 'OBSERVE', bizStep: string, disposition: string) => ({
  ...{ type: 'ObjectEvent', ...at(on), action, bizStep, disposition, ...whereOf(lot) },
});

/** What was received, made and turned into other lots. */
function comingIn(lot: LotHistory): Event[] {
  return [
    ...lot.deliveries.map(({ on, grams }) => ({
      ...objectEvent(lot, on, 'OBSERVE', 'receiving', 'in_progress'),
      quantityList: ownWeight(lot, grams),
    })),
    ...lot.ownOutputs.map(({ on, grams }) => ({
      ...objectEvent(lot, on, 'ADD', 'commissioning', 'active'),
      quantityList: ownWeight(lot, grams),
      ilmd: ilmdOf(lot),
    })),
    ...lot.processings.map(({ id, on, inputs, outputs }) => ({
      ...{ type: 'TransformationEvent', ...at(on), transformationID: `urn:uuid:${id}` },
      ...{ bizStep: 'creating_class_instance', disposition: 'active', ...whereOf(lot) },
      inputQuantityList: inputs.map((input) => weightOf(lot, input)),
      outputQuantityList: outputs.map((output) => weightOf(lot, output)),
      ilmd: ilmdOf(lot),
    })),
  ];
}

/** What was tested, packed, shipped and recalled. */
function goingOn(lot: LotHistory): Event[] {
  const whole = [{ epcClass: classOf(lot, lot.gtin) }];
  return [
    ...lot.tests.map(({ on, passed }) => ({
      ...objectEvent(lot, on, 'OBSERVE', 'inspecting', passed ? 'conformant' : 'non_conformant'),
      quantityList: whole,
    })),
    ...lot.packings.map(({ number, gtin, packs, on }) => ({
      ...{ type: 'AggregationEvent', ...at(on), action: 'ADD', bizStep: 'packing', disposition: 'in_progress' },
      ...whereOf(lot),
      parentID: `${lot.origin}/00/${ssccOf(BigInt(number))}`,
      childQuantityList: [{ epcClass: classOf(lot, gtin), quantity: packs }],
    })),
    ...lot.shipments.map(({ on, grams, shipmentId }) => ({
      ...objectEvent(lot, on, 'OBSERVE', 'shipping', 'in_transit'),
      quantityList: ownWeight(lot, grams),
      bizTransactionList: [{ type: 'desadv', bizTransaction: `urn:uuid:${shipmentId}` }],
    })),
    ...(lot.recalledOn === null
      ? []
      : [{ ...objectEvent(lot, lot.recalledOn, 'OBSERVE', 'holding', 'recalled'), quantityList: whole }]),
  ];
}

/** Facts of the lot: county of origin, certificates and test reports by number; never a household. */
function ilmdOf({ countyCode, producedOn, certificates, tests }: LotHistory): object {
  return {
    'xihuo:countyOfOrigin': countyCode,
    'xihuo:harvestedOn': producedOn,
    ...(certificates.length > 0 ? { 'xihuo:certificateNumbers': certificates.map(({ number }) => number) } : {}),
    ...(tests.length > 0 ? { 'xihuo:testReportNumbers': tests.map(({ number }) => number) } : {}),
  };
}
