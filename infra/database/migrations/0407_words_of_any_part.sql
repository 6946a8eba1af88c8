-- While a new version is put in, the program before it still takes orders, and knows nothing of the words that a part is found by: what it
-- wrote was found by nobody, neither by its number nor by its goods. Whatever is written without words gets them here, once its order and
-- its lines are there: at the end of the statement. What is written with words pays for a comparison.
create function ordering.say_sought() returns trigger language plpgsql as $$
begin
  update ordering.supplier_order part
     set sought = (select placed.number from ordering.customer_order placed where placed.id = part.order_id) || ' ' || coalesce(
           (select string_agg(lower(line.product_name), ' ' order by line.id) from ordering.order_line line where line.supplier_order_id = part.id), '')
   where part.id = new.id and part.sought = '';
  return null;
end $$;
create trigger sought_said after insert on ordering.supplier_order
  for each row when (new.sought = '') execute function ordering.say_sought();

update ordering.supplier_order part
   set sought = (select placed.number from ordering.customer_order placed where placed.id = part.order_id) || ' ' || coalesce(
         (select string_agg(lower(line.product_name), ' ' order by line.id) from ordering.order_line line where line.supplier_order_id = part.id), '')
 where part.sought = '';
