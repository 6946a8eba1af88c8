import { loadCalendar } from '@xihuo/registry';
import type { SeedStep } from './step';

export const workingDays: SeedStep = { name: 'working-days', daysAgo: 140, run: (tx) => loadCalendar(tx) };
