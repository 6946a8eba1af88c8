import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import type { Database, Tx } from '@xihuo/platform';
import { isWithin } from '../rules/setting-bounds';
import { settingName, type Unit } from '../rules/setting-names';
import { enterYear } from './load-places';
import { insertPolicies, settings, today as todayOf } from '../store/policy.sql';
import {
  decideProposal,
  insertProposal,
  lockProposal,
  lockSetting,
  openProposals,
  proposedFor,
  settingToChange,
  type SettingRow,
} from '../store/proposal.sql';

type SettingValue = ResponseOf<'GET /settings'>['data'][number]['value'];

interface Proposal {
  readonly proposed_by: string;
  readonly proposed_at: Date;
}

/** Those whose proposer still is an operator, as they were then: what anybody else proposed counts for nothing. */
type Standing = <P extends Proposal>(proposals: readonly P[]) => Promise<P[]>;

/** What people of these ids are called. */
type NamesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * Every number of law or rule whose name begins so, with the days it is in force and its source; what is proposed stands first.
 *
 * @param reader who reads, to say which proposals are theirs; null for nobody by name. Whoever decides brings what people are called,
 * and reads who proposed what and why
 * @param standing of what is proposed, what counts
 */
export async function listSettings(
  database: Database,
  prefix: string,
  reader: { readonly personId: string; readonly namesOf: NamesOf | null } | null,
  standing: Standing,
): Promise<ResponseOf<'GET /settings'>> {
  const [rows, proposals, [day]] = await Promise.all([
    database.read(settings, [prefix]),
    database.read(openProposals, [prefix]).then(standing),
    database.read(todayOf),
  ]);
  const names = await reader?.namesOf?.(proposals.map((row) => row.proposed_by));
  const proposed = proposals.map((row) => ({
    ...row,
    ...{ effective_to: null, status: 'proposed' as const, mine: row.proposed_by === reader?.personId },
    proposal: names
      ? { by: names.get(row.proposed_by) ?? '', at: row.proposed_at.toISOString(), reason: row.reason }
      : null,
  }));
  must(day, 'there is a day');
  return {
    asOf: day.today,
    data: [...proposed, ...rows.map((row) => ({ ...row, mine: null, proposal: null }))].map((row) => {
      const { zh, en, unit } = settingName(row.key);
      return {
        key: row.key,
        name: { zh, en },
        unit,
        value: row.value as SettingValue,
        effectiveFrom: row.effective_from,
        effectiveTo: row.effective_to,
        status: row.status,
        source: row.source,
        mine: row.mine,
        proposal: row.proposal,
      };
    }),
  };
}

type Step = InputOf<'POST /settings/steps'>['body'];

/**
 * Proposes another value for a later day, or decides what was proposed: another operator approves or refuses it, whoever proposed it takes
 * it back. Of a proposal that is decided all is said again that was read, so that nobody decides another.
 *
 * @throws ProblemError NOT_FOUND, INVALID_INPUT, DAY_UNSOUND, FOUR_EYES, NOT_AT_THIS_STEP
 */
export async function stepSetting(
  tx: Tx,
  wanted: Step,
  standing: Standing,
): Promise<{ key: string; name: { zh: string; en: string }; proposedBy: string }> {
  must(tx.actor.kind === 'person', 'people change settings');
  tx.attempt({ action: `setting.${wanted.step}`, subjectKind: 'setting', subjectId: wanted.key });
  const today = time.businessDate(tx.now);
  const by = tx.actor.personId;
  await tx.sql(lockSetting, [wanted.key]);
  const { step, key, value, effectiveFrom, source, reason } = wanted;
  const [holds] = await tx.sql(settingToChange, [key, today, effectiveFrom]);
  let proposedBy = by;
  if (step === 'propose') await propose(tx, wanted, { by, today, standing, holds });
  else proposedBy = await decide(tx, { ...wanted, step }, { by, today, standing, holds });
  // Beside what it would take the place of: a proposal that is refused or taken back changes nothing of it.
  const isChange = step === 'propose' || step === 'approve';
  tx.audit({
    ...{ action: `setting.${step}`, subjectKind: 'setting', subjectId: key },
    ...(isChange && { before: { value: holds?.value ?? null } }),
    after: { ...(isChange ? { value } : { declined: value }), effectiveFrom, source, reason },
  });
  const { zh, en } = settingName(key);
  return { key, name: { zh, en }, proposedBy };
}

interface Now {
  readonly by: string;
  readonly today: string;
  readonly standing: Standing;
}

async function propose(
  tx: Tx,
  { key, value, effectiveFrom, source, reason }: Step,
  { by, today, standing, holds: found }: Now & { readonly holds: SettingRow | undefined },
): Promise<void> {
  const { unit } = settingName(key);
  if (!found || (found.value === null && !isYearToEnter(key, today))) throw fail('NOT_FOUND');
  mustBeSound(key, unit, { before: found.value, after: value });
  mustBeComing(effectiveFrom, today);
  const [before] = await tx.sql(proposedFor, [key, effectiveFrom]);
  if (found.taken || (before && (await standing([before])).length > 0)) throw fail('NOT_AT_THIS_STEP');
  // Its proposer is no operator any more, or is one anew: whoever proposes the day again puts it away.
  if (before) {
    const outcome = states.transition(
      machines.proposalStates,
      before.state,
      before.proposed_by === by ? 'withdraw' : 'refuse',
    );
    await tx.sql(decideProposal, [before.id, outcome, by, tx.now, reason]);
  }
  await tx.sql(insertProposal, [key, JSON.stringify(value), effectiveFrom, source, reason, by, tx.now]);
}

async function decide(
  tx: Tx,
  { step, key, value, effectiveFrom, source, reason }: Step & { step: Exclude<Step['step'], 'propose'> },
  { by, today, standing, holds }: Now & { readonly holds: SettingRow | undefined },
): Promise<string> {
  const [proposal] = await tx.sql(lockProposal, [key, JSON.stringify(value), effectiveFrom, source]);
  if (!proposal || (await standing([proposal])).length === 0) throw fail('NOT_AT_THIS_STEP');
  // Others decide, and only oneself takes back.
  if ((step === 'withdraw') !== (proposal.proposed_by === by)) throw fail('FOUR_EYES');
  const next = states.transition(machines.proposalStates, proposal.state, step);
  must(next, 'what is proposed may be decided');
  await tx.sql(decideProposal, [proposal.id, next, by, tx.now, reason]);
  if (next !== 'approved') return proposal.proposed_by;
  mustBeComing(effectiveFrom, today);
  const year = machines.settingShapes.calendarYear(key);
  // A year is read as it was said last: of two that are to come the one from the later day is.
  if (year !== null && holds?.later) throw fail('NOT_AT_THIS_STEP');
  const row = { key, value, effective_from: effectiveFrom, effective_to: null, source };
  await tx.sql(insertPolicies, [JSON.stringify([row])]);
  // Of the days to come, whatever day it is said from: a notice is about days, not about what was done before it.
  if (year !== null) await enterYear(tx, year, time.addDays(today, 1));
  return proposal.proposed_by;
}

/** The notice of a year is out in the last weeks of the one before; the year after that one nobody knows of. */
function isYearToEnter(key: string, today: string): boolean {
  const year = machines.settingShapes.calendarYear(key);
  const now = Number(today.slice(0, 4));
  return year !== null && year >= now && year <= now + 1;
}

/**
 * A number within its bounds, a list or a rule in the shape that the code reads.
 *
 * @throws ProblemError INVALID_INPUT with `RANGE` or `SHAPE` at what is wrong, NOT_FOUND (the code knows no such setting)
 */
function mustBeSound(key: string, unit: Unit | null, { before, after }: { before: unknown; after: unknown }): void {
  const faults = machines.settingShapes.shapeFaults(key, after);
  if (faults) {
    const errors = faults.map(({ pointer, message }) => ({ pointer: `/body/value${pointer}`, code: 'SHAPE', message }));
    if (errors.length > 0) throw fail('INVALID_INPUT', { errors });
    return;
  }
  if (typeof before !== 'number' || unit === null) throw fail('NOT_FOUND');
  if (typeof after !== 'number' || !isWithin(key, unit, after))
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/body/value', code: 'RANGE', message: 'beyond what it may be' }],
    });
}

/** What is done today is not judged by a number that nobody knew yesterday. */
function mustBeComing(day: string, today: string): void {
  if (day <= today)
    throw fail('DAY_UNSOUND', {
      errors: [{ pointer: '/body/effectiveFrom', code: 'DAY', message: 'tomorrow at the earliest' }],
    });
}
