-- A supplier looks for one order among a hundred thousand by a piece of its number or of what was ordered. Both are kept with the part in
-- one text: looked up line by line and order by order the answer took most of a second where little was found.
alter table ordering.supplier_order
  -- The order's number and the names of the goods as they were ordered, in small letters.
  add column sought text not null default '';

update ordering.supplier_order part
   set sought = (select placed.number from ordering.customer_order placed where placed.id = part.order_id) || ' ' || coalesce(
         (select string_agg(lower(line.product_name), ' ' order by line.id) from ordering.order_line line where line.supplier_order_id = part.id), '');
