import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standards, type Standard } from '@xihuo/admission';
import type { SeedStep } from './step';

type Criterion = Standard['criteria'][number];

interface SourceCriterion {
  id: string;
  subject: Criterion['subject'];
  nameZh: string;
  nameEn: string;
  providedBy: string;
  providedByEn: string;
  kind: string;
  source: string;
  howVerified: string;
  howVerifiedEn: string;
  weight?: number;
}

/** Which criteria machines read, and by which version of which check. The others are for people. */
const CHECKS: Readonly<Record<string, Criterion['checks']>> = {
  'ADM-S01': ['uscc@2', 'licenceTerm@1'],
  'ADM-S02': ['countyListed@1'],
  'ADM-S03': ['traderMandate@3'],
  'ADM-S04': ['linkage@3'],
  'ADM-S07': ['credit@2'],
  'ADM-S10': ['undertaking@1'],
  'ADM-S11': ['merchant@2'],
  'ADM-P01': ['foodLicence@1', 'productLicence@1'],
  'ADM-P02': ['operationLicence@1'],
  'ADM-P04': ['testReport@1'],
  'ADM-P05': ['origin@1'],
  'ADM-P06': ['peerPrice@1'],
  'ADM-P07': ['annualValue@1'],
  'ADM-P08': ['qualityMarks@2'],
  'ADM-P10': ['label@1'],
  'ADM-P11': ['lotCode@1'],
  'ADM-P12': ['afterSale@1'],
  'ADM-P13': ['trademark@1'],
};

/** The first standard: the 32 criteria collected from notices and law. */
export function firstStandard(): Standard {
  const { criteria } = JSON.parse(readFileSync(join(__dirname, 'admission-criteria.json'), 'utf8')) as {
    criteria: SourceCriterion[];
  };
  return {
    version: '2026-1',
    publishedOn: '2025-12-24',
    effectiveFrom: '2026-01-01',
    criteria: criteria.map(({ id, subject, kind, weight, ...words }) => ({
      id,
      subject,
      nameZh: words.nameZh,
      nameEn: words.nameEn,
      providedBy: words.providedBy,
      providedByEn: words.providedByEn,
      kind: kindOf(subject, kind),
      checks: CHECKS[id] ?? [],
      source: words.source,
      howVerified: words.howVerified,
      howVerifiedEn: words.howVerifiedEn,
      ...(weight === undefined ? {} : { weight }),
    })),
    source: '财办库〔2022〕273号及各地消费帮扶产品认定办法，逐条注明来源',
  };
}

/** The sources qualify some ("blocking for processed food"); when it applies is the check's business. */
function kindOf(subject: Criterion['subject'], kind: string): Criterion['kind'] {
  if (subject === 'process') return 'process';
  return kind.startsWith('scored') ? 'scored' : 'blocking';
}

export const standard: SeedStep = {
  name: 'standard',
  daysAgo: 140,
  run: (tx) => standards.load(tx, firstStandard()),
};
