/** The newest name under which a product came down, of a row that names supplier and product; null where it names none. */
export function productNameOf(row: string): string {
  return `(select dossier.product_name from admission.product_dossier dossier
            where dossier.supplier_id = ${row}.supplier_id and dossier.product_id = ${row}.product_id
            order by dossier.version desc limit 1) as product_name`;
}
