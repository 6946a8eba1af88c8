import type { watching } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { policiesOn, policyOn } from '@xihuo/registry';
import { effectOn } from '../../rules/watch/effect';
import { CERTIFICATE_WORDS, groundOf, named, type Finding } from '../../rules/watch/finding';
import { MESSAGES } from '../../rules/watch/messages';
import { consequenceOf, threshold } from '../../rules/watch/signal-rule';
import { missRectifications } from '../../store/measure/rectification.sql';
import { peopleOfRole } from '../../store/review/people.sql';
import {
  endedCertificates,
  remindOfEnds,
  takeOverCertificates,
  takeOverSuppliers,
} from '../../store/watch/certificate.sql';
import { missRechecks, openRechecks } from '../../store/watch/recheck.sql';
import { endingCertifications, overdueExits, timedOut } from '../../store/watch/round.sql';
import { ensureSignalPartitions, overThresholdBy } from '../../store/watch/signal.sql';
import { end } from '../measure/end';
import type { ReviewKit } from '../review/review-kit';
import { putInPlace } from './put-in-place';
import { takeUp } from './take-up';
import { tellSuppliers } from './tell';

/** A step of a day's round: set-based, safe to run twice; answers how much it found. */
export type RoundStep = (tx: Tx, kit: ReviewKit, today: string) => Promise<number>;

const MONTHS_AHEAD = 2;
const AT_ONCE = 5_000;

const partitions: RoundStep = async (tx, _kit, today) =>
  (await tx.sql(ensureSignalPartitions, [today, MONTHS_AHEAD]))[0]?.made ?? 0;

/** Whoever was certified since is watched from now on, with the licences that stood in the evidence. */
const takeOver: RoundStep = async (tx, kit) => {
  let taken = 0;
  for (let rows = AT_ONCE; rows === AT_ONCE; taken += rows) {
    const fresh = await tx.sql(takeOverSuppliers, [AT_ONCE]);
    rows = fresh.length;
    const certificates = await tx.sql(takeOverCertificates, [fresh.map((row) => row.application_id), tx.now]);
    await putInPlace(
      tx,
      kit,
      certificates.map(({ id }) => id),
    );
  }
  return taken;
};

/** 30, 7 and 1 days before a licence or certificate ends; the last time by SMS too. */
const reminders: RoundStep = async (tx, kit, today) => {
  const days = await policyOn(tx, 'admission.expiryReminderDays', today);
  const ending = await tx.sql(remindOfEnds, [today, days]);
  const last = Math.min(...days);
  await tellSuppliers(
    tx,
    kit,
    ending.map(({ id, supplier_id: supplierId, kind, number, valid_until: until, days_before: before }) => ({
      ...{ supplierId, key: `certificate.ending:${id}:${before}` },
      ...(before === last ? { sms: true as const } : {}),
      message: (supplier: string) =>
        MESSAGES.expiring({ supplier, name: named(CERTIFICATE_WORDS, kind), number, until, days: String(before) }),
    })),
  );
  const certifications = await tx.sql(endingCertifications, [today, days]);
  await tellSuppliers(
    tx,
    kit,
    certifications.map(({ supplier_id: supplierId, valid_until: until, days: left }) => ({
      ...{ supplierId, key: `certification.ending:${supplierId}:${until}:${left}`, sms: true },
      message: (supplier: string) =>
        MESSAGES.expiring({ supplier, name: CERTIFICATION, number: '', until, days: String(left) }),
    })),
  );
  return ending.length + certifications.length;
};
const CERTIFICATION = { zh: '准入有效期', en: 'admission' };

/** What has ended and has nothing in its place acts, as the setting says for its kind. */
const endings: RoundStep = async (tx, kit, today) => {
  const effects = await policyOn(tx, 'admission.expiryEffects', today);
  const ended = await tx.sql(endedCertificates, [today, Object.keys(effects)]);
  const findings = ended.map((row): Finding => {
    const { id, supplier_id: supplierId, product_id: productId, kind, number, valid_until: until } = row;
    return {
      ...{ supplierId, productId, ground: groundOf(kind), sourceKey: `certificate:${id}` },
      ...{ code: 'certificateExpired', values: { kind, number, until }, measure: effectOn(effects[kind], productId) },
    };
  });
  await takeUp(tx, kit, findings);
  return findings.length;
};

const recheckOpenings: RoundStep = async (tx, kit, today) => {
  const opened = await tx.sql(openRechecks, [
    today,
    await policyOn(tx, 'admission.recheckDays', today),
    await policyOn(tx, 'admission.identityRecheckMonths', today),
    await policyOn(tx, 'admission.annualRecheckMonths', today),
  ]);
  await tellSuppliers(
    tx,
    kit,
    opened.map(({ id, supplier_id: supplierId, kind, due_on: until }) => ({
      ...{ supplierId, key: `recheck.opened:${id}`, sms: true },
      message: (supplier: string) => MESSAGES.recheckOpened({ supplier, name: named(CERTIFICATE_WORDS, kind), until }),
    })),
  );
  return opened.length;
};

const recheckMisses: RoundStep = async (tx, kit, today) => {
  const missed = await tx.sql(missRechecks, [today]);
  const findings = missed.map(({ id, supplier_id: supplierId, kind, due_on: due }): Finding => ({
    ...{ supplierId, productId: null, ground: 'EXT-15', sourceKey: `recheck:${id}` },
    ...{ code: 'recheckMissed', values: { kind, due }, measure: 'suspension' },
  }));
  await takeUp(tx, kit, findings);
  return findings.length;
};

/** Rules over what others reported; sums are made in the database, and only those who reach a step come up here. */
const signals: RoundStep = async (tx, kit, today) => {
  const findings: Finding[] = [];
  for (const { key, value: rule } of await policiesOn(tx, 'admission.signalRule.', today)) {
    const sourceKey = `signal:${key.slice('admission.signalRule.'.length)}`;
    const rows = await tx.sql(overThresholdBy[rule.mode], [
      ...[today, rule.windowDays, rule.signal, rule.per, threshold(rule), rule.least, sourceKey],
    ]);
    for (const { supplier_id: supplierId, amount, base } of rows) {
      const consequence = consequenceOf(rule, { amount, base });
      if (consequence === null) continue;
      const { measure, code, value } = consequence;
      const counts = { value: String(value), count: String(amount), of: String(base), window: String(rule.windowDays) };
      const values = { signal: rule.signal, per: rule.per ?? '', ...counts };
      findings.push({
        supplierId,
        productId: null,
        ground: rule.ground as watching.Ground,
        sourceKey,
        code,
        values,
        measure,
      });
    }
  }
  await takeUp(tx, kit, findings);
  return findings.length;
};

/** What was to be put right by a day and was not reported: suspended until somebody has verified it. */
const overdueRectifications: RoundStep = async (tx, kit, today) => {
  const missed = await tx.sql(missRectifications, [today]);
  const findings = missed.map((row): Finding => ({
    ...{ supplierId: row.supplier_id, productId: null, ground: row.ground as watching.Ground },
    ...{ sourceKey: `rectification:${row.measure_id}`, code: 'rectificationOverdue', values: { due: row.due_on } },
    measure: 'suspension',
  }));
  await takeUp(tx, kit, findings);
  return findings.length;
};

const timeOver: RoundStep = async (tx, kit, today) => {
  let over = 0;
  for (let rows = AT_ONCE; rows === AT_ONCE; over += rows) {
    const ids = (await tx.sql(timedOut, [today, AT_ONCE])).map(({ id }) => id);
    rows = ids.length;
    await end(tx, kit, { ids, event: 'expire', by: 'system:watching', reason: '期限届满' });
  }
  return over;
};

/** An exit that is not done by its day is everybody's concern who runs the platform. */
const exitDeadlines: RoundStep = async (tx, kit, today) => {
  const overdue = await tx.sql(overdueExits, [today]);
  for (const { id, supplier_name: supplier, county_code: county, deadline } of overdue) {
    const operators = await tx.sql(peopleOfRole, [['operator'], county, null]);
    const { title, body } = MESSAGES.exitOverdue({ supplier, until: deadline });
    const people = operators.map((one) => one.person_id);
    if (people.length > 0)
      await kit.notices.tellAll(tx, people, { key: `exit.overdue:${id}`, about: `exit:${id}`, title, body });
  }
  return overdue.length;
};

/** In the order in which one step rests on another. */
export const ROUND_STEPS: Readonly<Record<string, RoundStep>> = {
  partitions,
  takeOver,
  timeOver,
  reminders,
  endings,
  recheckOpenings,
  recheckMisses,
  overdueRectifications,
  signals,
  exitDeadlines,
};
