do $$
begin
  assert (select count(*) from information_schema.columns where table_schema = 'ordering' and table_name = 'order_line'
           and column_name in ('venue_id', 'campaign_id', 'lead_id')) = 3, 'a line says by which way it was found';
end $$;
