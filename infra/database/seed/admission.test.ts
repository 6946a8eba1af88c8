import { assess, type Evidence } from '@xihuo/admission';
import { applicationOf } from './admission';
import { listedCounties } from './places';
import { productRows } from './products';
import { firstStandard } from './standard';
import { supplierRows, type SupplierRow } from './suppliers';

const TODAY = '2026-12-01';
const standard = firstStandard();
const classOf = new Map(productRows().map(({ reference, scClass }) => [reference, scClass]));
const suppliers = new Map(supplierRows().map((row) => [row.reference, row]));
const listed = listedCounties();

/** Evidence as submitting gathers it, from the files instead of the registers. */
function evidenceOf(row: SupplierRow): Evidence {
  const { declared, credit, mandateOf } = applicationOf(row, row.reference, classOf);
  const producer = mandateOf === null ? null : (suppliers.get(mandateOf) ?? null);
  return {
    declared,
    lookedUp: {
      credit,
      countyLists: listed
        .filter(({ regionCode }) => regionCode === row.countyCode)
        .map(({ list, inProgramme, effectiveFrom }) => ({ list, inProgramme, effectiveFrom, effectiveTo: null })),
      mandate:
        mandateOf === null
          ? null
          : {
              producerReference: mandateOf,
              producerKind: producer?.kind ?? null,
              certifiedUntil: producer && faultsOf(producer).length === 0 ? '2029-12-01' : null,
            },
    },
  };
}

function faultsOf(row: SupplierRow): string[] {
  return assess(standard, evidenceOf(row), TODAY)
    .filter(({ kind, result }) => kind === 'blocking' && result === 'fail')
    .map(({ criterion }) => criterion);
}

it('judges the whole file as it says it must be judged: 120 admitted, 10 refused, each by its one criterion', () => {
  const expected = [...suppliers.values()].map(({ reference, expected: { criterion } }) => [
    reference,
    criterion === null ? [] : [criterion],
  ]);
  const found = [...suppliers.values()].map((row) => [row.reference, faultsOf(row)]);
  expect(found).toEqual(expected);
  expect(found.filter(([, faults]) => faults!.length === 0)).toHaveLength(120);
});

it('answers the same bytes for the same evidence and day', () => {
  for (const row of suppliers.values()) {
    const evidence = evidenceOf(row);
    const again = JSON.parse(JSON.stringify(evidence)) as Evidence;
    expect(JSON.stringify(assess(standard, again, TODAY))).toBe(JSON.stringify(assess(standard, evidence, TODAY)));
  }
});

it('leaves to people what only people can judge, and passes none of it on the quiet', () => {
  const findings = assess(standard, evidenceOf(suppliers.get('S001')!), TODAY);
  expect(findings).toHaveLength(32);
  const judged = findings.filter(({ result }) => result !== 'notJudged').map(({ criterion }) => criterion);
  expect(judged.sort()).toEqual(['ADM-P01', 'ADM-S01', 'ADM-S02', 'ADM-S03', 'ADM-S04', 'ADM-S07']);
});
