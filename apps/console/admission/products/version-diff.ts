import type { DossierSection } from './dossier-fields';

/** A field that two versions say otherwise. */
export interface FieldDifference {
  readonly pointer: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Of money, or with a paper: looked at first. */
  readonly weighty: boolean;
}

/** Where two versions differ, as people call the fields, in the order of the form. Also a paper that was exchanged under the same words. */
export function versionsDiffer(before: readonly DossierSection[], after: readonly DossierSection[]): FieldDifference[] {
  const then = new Map(before.flatMap(({ fields }) => fields).map((field) => [field.pointer, field]));
  return after.flatMap(({ id, fields }) =>
    fields.flatMap((now) => {
      const was = then.get(now.pointer);
      const papers = [was?.paper ?? null, now.paper];
      if ((was?.value ?? null) === now.value && papers[0] === papers[1]) return [];
      const weighty = id === 'price' || papers.some((paper) => paper !== null);
      return [{ pointer: now.pointer, label: now.label, before: was?.value ?? null, after: now.value, weighty }];
    }),
  );
}
