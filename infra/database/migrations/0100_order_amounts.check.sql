do $$
begin
  assert not exists (select from ordering.order_line where amount_fen <> goods_fen - discount_fen + freight_fen),
    'a line is goods less discounts plus freight';
  assert not has_table_privilege('xihuo_app', 'ordering.line_discount', 'UPDATE')
    and not has_table_privilege('xihuo_app', 'ordering.line_discount', 'DELETE'), 'who funds a discount is never edited';
end $$;
