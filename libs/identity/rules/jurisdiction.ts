import { must } from '@xihuo/kernel';

/** The part of a region code (GB/T 2260) that binds: 620000 is all of 62, 620503 is itself. */
export function jurisdictionOf(regionCode: string): string {
  must(/^\d{6}$/.test(regionCode), 'a region code has six digits');
  const binding = regionCode.replace(/(00){1,2}$/, '');
  must(!binding.startsWith('00'), 'a jurisdiction is a region, not nothing');
  return binding;
}

export function covers(jurisdiction: string, regionCode: string): boolean {
  return regionCode.startsWith(jurisdiction);
}
