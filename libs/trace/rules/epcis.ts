import { digitalLink, ssccOf } from './gs1';

/** What is said of a lot on every event of it; households are counted by then. */
export interface LotFacts {
  readonly origin: string;
  readonly supplierId: string;
  readonly code: string;
  readonly gtin: string;
  readonly producedOn: string;
  readonly countyCode: string;
  readonly certificateNumbers: readonly string[];
  readonly testNumbers: readonly string[];
}

/** What happened to a lot, as rows tell it. */
export interface HistoryOf {
  readonly delivery: Dated;
  readonly ownOutput: Dated;
  readonly processing: {
    readonly id: string;
    readonly on: string;
    readonly inputs: readonly LotAmount[];
    readonly outputs: readonly LotAmount[];
  };
  readonly loss: Dated & { readonly id: string; readonly reason: string };
  readonly packing: {
    readonly number: number;
    readonly gtin: string;
    readonly packs: number;
    readonly on: string;
  };
  readonly shipment: Dated & { readonly shipmentId: string };
}
export type HistoryKind = keyof HistoryOf;

interface Dated {
  readonly on: string;
  readonly grams: number;
}
interface LotAmount {
  readonly code: string;
  readonly gtin: string;
  readonly grams: number;
}

export interface EpcisEvent {
  readonly type: string;
  readonly eventTime: string;
}

const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';
const OFFSET = '+08:00';
/** Days are what is known; noon stands for a day without claiming an hour. */
const at = (day: string) => ({ eventTime: `${day}T12:00:00.000${OFFSET}`, eventTimeZoneOffset: OFFSET });

/** An EPCIS 2.0 document in JSON-LD without its events, as text before and behind them: there may be a million. */
export function epcisFrame(origin: string, createdAt: Date): [head: string, tail: string] {
  const said = JSON.stringify({
    '@context': [CONTEXT, { xihuo: `${origin}/ns/` }],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: createdAt.toISOString(),
    epcisBody: { eventList: [] },
  });
  const events = said.lastIndexOf(']');
  return [said.slice(0, events), said.slice(events)];
}

const whereOf = ({ origin, supplierId }: LotFacts) => {
  const place = { id: `${origin}/suppliers/${supplierId}` };
  return { readPoint: place, bizLocation: place };
};
const classOf = ({ origin, code }: LotFacts, gtin: string, lotCode = code) => digitalLink(origin, gtin, lotCode);
const weightOf = (lot: LotFacts, { code, gtin, grams }: LotAmount) => ({
  ...{ epcClass: classOf(lot, gtin, code), quantity: grams / 1000, uom: 'KGM' },
});
const ownWeight = (lot: LotFacts, grams: number) => [weightOf(lot, { code: lot.code, gtin: lot.gtin, grams })];
const objectEvent = (
  lot: LotFacts,
  on: string,
  action: 'ADD' | 'OBSERVE' | 'DELETE',
  [bizStep, disposition]: Step,
) => ({ ...{ type: 'ObjectEvent', ...at(on), action, bizStep, disposition, ...whereOf(lot) } });
type Step = readonly [bizStep: string, disposition: string];

/**
 * Step and disposition of what left a lot otherwise than by sale, in the words of GS1's Core Business Vocabulary 2.0. What goes in
 * the handling (drying, peeling) ceases to be; what rots is destroyed; what comes back to the household is not ours to end.
 */
const LOST: { readonly [reason: string]: Step | undefined } = {
  grading: ['decommissioning', 'non_sellable_other'],
  drying: ['decommissioning', 'inactive'],
  peeling: ['decommissioning', 'inactive'],
  spoilage: ['destroying', 'destroyed'],
  transport: ['transporting', 'damaged'],
  sample: ['sampling', 'non_sellable_other'],
  returned: ['shipping', 'returned'],
};
const LOST_SOMEHOW: Step = ['decommissioning', 'unknown'];

/** How each kind of row is said as an event. Pure: the same row is the same event. */
const EVENTS: { readonly [Kind in HistoryKind]: (lot: LotFacts, said: HistoryOf[Kind]) => EpcisEvent } = {
  delivery: (lot, { on, grams }) => ({
    ...objectEvent(lot, on, 'OBSERVE', ['receiving', 'in_progress']),
    quantityList: ownWeight(lot, grams),
  }),
  ownOutput: (lot, { on, grams }) => ({
    ...objectEvent(lot, on, 'ADD', ['commissioning', 'active']),
    quantityList: ownWeight(lot, grams),
    ilmd: ilmdOf(lot),
  }),
  processing: (lot, { id, on, inputs, outputs }) => ({
    ...{ type: 'TransformationEvent', ...at(on), transformationID: `urn:uuid:${id}` },
    ...{ bizStep: 'creating_class_instance', disposition: 'active', ...whereOf(lot) },
    inputQuantityList: inputs.map((input) => weightOf(lot, input)),
    outputQuantityList: outputs.map((output) => weightOf(lot, output)),
    ilmd: ilmdOf(lot),
  }),
  loss: (lot, { id, on, grams, reason }) => ({
    ...objectEvent(lot, on, reason === 'returned' ? 'OBSERVE' : 'DELETE', LOST[reason] ?? LOST_SOMEHOW),
    quantityList: ownWeight(lot, grams),
    eventID: `urn:uuid:${id}`,
    'xihuo:lossReason': reason,
  }),
  packing: (lot, { number, gtin, packs, on }) => ({
    ...{ type: 'AggregationEvent', ...at(on), action: 'ADD', bizStep: 'packing', disposition: 'in_progress' },
    ...whereOf(lot),
    parentID: `${lot.origin}/00/${ssccOf(BigInt(number))}`,
    childQuantityList: [{ epcClass: classOf(lot, gtin), quantity: packs }],
  }),
  shipment: (lot, { on, grams, shipmentId }) => ({
    ...objectEvent(lot, on, 'OBSERVE', ['shipping', 'in_transit']),
    quantityList: ownWeight(lot, grams),
    bizTransactionList: [{ type: 'desadv', bizTransaction: `urn:uuid:${shipmentId}` }],
  }),
};

export function eventOf<Kind extends HistoryKind>(kind: Kind, lot: LotFacts, said: HistoryOf[Kind]): EpcisEvent {
  return EVENTS[kind](lot, said);
}

/** What was inspected and recalled: events of the lot whole. In order of time. */
export function wholeEvents(
  lot: LotFacts,
  { tests, recalledOn }: { tests: readonly { on: string; passed: boolean }[]; recalledOn: readonly string[] },
): EpcisEvent[] {
  const quantityList = [{ epcClass: classOf(lot, lot.gtin) }];
  const events = [
    ...tests.map(({ on, passed }) =>
      objectEvent(lot, on, 'OBSERVE', ['inspecting', passed ? 'conformant' : 'non_conformant']),
    ),
    ...recalledOn.map((on) => objectEvent(lot, on, 'OBSERVE', ['holding', 'recalled'])),
  ];
  return events.map((event) => ({ ...event, quantityList })).sort(earlier);
}

export function earlier(one: EpcisEvent, other: EpcisEvent): number {
  return one.eventTime < other.eventTime ? -1 : one.eventTime > other.eventTime ? 1 : 0;
}

/** Facts of the lot: county of origin, certificates and test reports by number; never a household. */
function ilmdOf({ countyCode, producedOn, certificateNumbers, testNumbers }: LotFacts): object {
  return {
    'xihuo:countyOfOrigin': countyCode,
    'xihuo:harvestedOn': producedOn,
    ...(certificateNumbers.length > 0 ? { 'xihuo:certificateNumbers': certificateNumbers } : {}),
    ...(testNumbers.length > 0 ? { 'xihuo:testReportNumbers': testNumbers } : {}),
  };
}
