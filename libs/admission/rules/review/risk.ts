import { reviewing, type ResponseOf } from '@xihuo/contract';

type Risk = ResponseOf<'GET /admission/queue'>['data'][number]['risk'];
export type RiskLevel = Risk['level'];
export type RiskReason = Risk['reasons'][number];

/**
 * What makes an application one to look at more closely, each with the level it alone gives. Nothing is added up: a level is that of its
 * gravest reason, and whoever reads it sees the reasons.
 *
 * Food authorities grade by what is made and by record (食品生产经营风险分级管理办法（试行）, 食药监食监一〔2016〕115号, in force
 * since 2016-12-01: a static part by category of food, a dynamic part by earlier checks, tests and measures). Of the grounds for exit
 * (shared/policy/exit-triggers.json) a failed spot check (EXT-01) and goods of another origin (EXT-03, to which a trader is nearest)
 * are facts at hand; a visit is asked for on risk (admission-criteria.json ADM-S14). That years are two is the longest bar of EXT-01.
 * The levels are our proposal.
 *
 * Where somebody farms is no reason: a key county is what this is for.
 */
export const RISK_REASONS: Readonly<Record<RiskReason, RiskLevel>> = {
  /** It had to leave, or was barred, at any time. */
  exited: 'high',
  /** Warned, made to rectify, delisted or suspended within two years. */
  measured: 'high',
  /** A sample of its goods failed within two years, and no other laboratory found otherwise. */
  sampleFailed: 'high',
  /** Machines found blocking criteria not met. */
  faults: 'high',
  /** Goods of a category of which samples failed within two years, whoever's they were. */
  categoryFailed: 'medium',
  /** It was refused before. */
  rejected: 'medium',
  /** Sent back for corrections twice or more. */
  sentBack: 'medium',
  /** Certificates of its own have ended and were not renewed. */
  paperEnded: 'medium',
  /** Sells what others grow: the origin is another's word. */
  trader: 'medium',
  /** Never admitted before: there is no record to go by. */
  newcomer: 'low',
};

/** From the lightest on: a level is as grave as its place. */
export const { RISK_LEVELS } = reviewing;

/** The gravest level of what holds; `low` where nothing does. */
export function riskOf(holds: readonly RiskReason[]): Risk {
  const reasons = (Object.keys(RISK_REASONS) as RiskReason[]).filter((reason) => holds.includes(reason));
  const gravest = Math.max(0, ...reasons.map((reason) => RISK_LEVELS.indexOf(RISK_REASONS[reason])));
  return { level: RISK_LEVELS[gravest]!, reasons };
}
