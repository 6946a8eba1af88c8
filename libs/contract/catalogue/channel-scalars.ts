import { z } from 'zod';
import { bilingual, date, regionCode, slug, text, uuid } from '../core/scalars';

export const byId = z.strictObject({ id: uuid });
export const bySlug = z.strictObject({ slug });
export const words = (most: number, least = 1) => z.strictObject({ zh: text(most, least), en: text(most * 2, least) });
export const region = z.object({ code: regionCode, name: z.string(), provinceName: z.string() });
/** Days, both included. */
export const span = { startsOn: date, endsOn: date };
export const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => startsOn <= endsOn;
export const supplier = z.object({ id: uuid, name: z.string(), countyName: z.string() });
export const product = z.object({ id: uuid, slug, name: bilingual, category: z.string() });
export const VERSIONED = ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'STALE_VERSION', 'VERSION_MISSING'] as const;
