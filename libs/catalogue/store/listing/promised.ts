/**
 * Whether people looked at the price of a pack `of` a supplier and product, or look at it now: its listing was approved once, or its
 * dossier waits, frozen with the prices of the day it was sent.
 */
export const promised = (of: string): string => `${of}.opened and (
         exists (select from admission.listing_right_v approved
                  where approved.supplier_id = ${of}.supplier_id and approved.product_id = ${of}.product_id)
         or exists (select from admission.product_dossier_v judged
                     where judged.supplier_id = ${of}.supplier_id and judged.product_id = ${of}.product_id
                       and judged.state = 'submitted'))`;
