do $$
begin
  assert catalogue.simplified_signs('定西馬鈴薯') = '定西马铃薯', 'signs of a name are simplified';
  assert catalogue.simplified_signs('静宁苹果 Apple') = '静宁苹果 Apple', 'simplified signs and letters stay';
  assert (select bool_and(catalogue.simplified_signs(chr(code)) = catalogue.translated_signs(chr(code)))
            from generate_series(x'9f00'::int, x'9fff'::int) code), 'a sign is translated where its table says so';
end $$;
