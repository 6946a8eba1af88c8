-- The script that places an order in one call: the same rows as round trip by round trip, written where the data lies.
create schema bench;
create function bench.place_order(new_id uuid, new_number text, token bytea, region text, sealed bytea, masked jsonb,
  skus uuid[], packs integer[], key bytea, body bytea, event_id uuid, request_id uuid) returns json
language plpgsql as $$
declare
  now constant timestamptz := platform.business_now();
  answer json;
begin
  perform pg_try_advisory_xact_lock(('x' || encode(substring(key for 8), 'hex'))::bit(64)::bigint);
  perform response from platform.idempotency_key where key_hash = key;
  perform sku_id from ordering.stock where sku_id = any (skus) order by sku_id for update;
  with bought as materialized (
    select item.quantity, offer.price_fen * item.quantity as amount_fen, offer.sku_id, offer.supplier_id, offer.product_id, offer.slug,
           offer.name_zh, offer.pack, offer.net_grams, offer.price_fen, offer.perishable
      from unnest(skus, packs) as item (sku_id, quantity) join catalogue.offer_v offer on offer.sku_id = item.sku_id and offer.for_sale
  ), placed as (
    insert into ordering.customer_order (id, number, token_hash, amount_fen, region_code, delivery_sealed, delivery_masked, placed_at,
                                         pay_by, fee_rule_version)
    select new_id, new_number, token, sum(amount_fen), region, sealed, masked, now, now + interval '30 minutes', 'fee.platformBp@2026-01-01'
      from bought
  ), part as (
    insert into ordering.supplier_order (order_id, supplier_id, amount_fen)
    select new_id, supplier_id, sum(amount_fen) from bought group by supplier_id
    returning id, supplier_id
  ), line as (
    insert into ordering.order_line (order_id, supplier_order_id, sku_id, quantity, unit_price_fen, amount_fen, product_id, product_slug,
                                     product_name, pack, net_grams, perishable)
    select new_id, part.id, sku_id, quantity, price_fen, amount_fen, product_id, slug, name_zh, pack, net_grams, perishable
      from bought join part using (supplier_id)
    returning id, sku_id, supplier_order_id
  ), taken as (
    update ordering.stock set reserved = reserved + quantity from bought
     where stock.sku_id = bought.sku_id and stock.place_id = stock.warehouse_id
  ), moved as (
    insert into ordering.stock_movement (sku_id, kind, on_hand_change, reserved_change, order_id, at)
    select sku_id, 'reserve', 0, quantity, new_id, now from bought
  )
  select json_build_object('id', new_id, 'number', new_number, 'amount', sum(bought.amount_fen)::text, 'delivery', masked,
                           'lines', json_agg(json_build_object('id', line.id, 'supplierOrderId', line.supplier_order_id, 'offer', bought)))
    into answer from bought join line using (sku_id);
  insert into platform.idempotency_key (key_hash, route, body_hash, response, created_at) values (key, 'POST /orders', body, answer, now);
  insert into platform.outbox_event (id, name, payload, request_id, occurred_at)
  values (event_id, 'orderPlaced', jsonb_build_object('orderId', new_id), request_id, now);
  return answer;
end $$;
grant usage on schema bench to xihuo_app;
