import { loading } from '@xihuo/registry';
import type { SeedStep } from './step';

export const workingDays: SeedStep = { name: 'working-days', daysAgo: 140, run: (tx) => loading.loadCalendar(tx) };
