import { RISK_REASONS, riskOf, type RiskReason } from './risk';

test('a level is that of the gravest reason, and its reasons stand with it, the gravest first', () => {
  expect(riskOf([])).toEqual({ level: 'low', reasons: [] });
  expect(riskOf(['newcomer'])).toEqual({ level: 'low', reasons: ['newcomer'] });
  expect(riskOf(['newcomer', 'trader'])).toEqual({ level: 'medium', reasons: ['trader', 'newcomer'] });
  expect(riskOf(['trader', 'sentBack', 'rejected']).level).toBe('medium');
  expect(riskOf(['trader', 'measured'])).toEqual({ level: 'high', reasons: ['measured', 'trader'] });
});

test('every reason gives its own level alone', () => {
  for (const [reason, level] of Object.entries(RISK_REASONS)) expect(riskOf([reason as RiskReason]).level).toBe(level);
});
