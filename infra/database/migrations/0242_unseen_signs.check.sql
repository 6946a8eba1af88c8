do $$
begin
  assert catalogue.plain_words(U&'\6cbb\00ad\7597') = '治疗', 'what nobody sees hides no word';
  assert catalogue.plain_words('国家/级 最⭐佳 最.佳') = '国家级最佳最佳', 'neither does a stop, a slash or a picture';
  assert catalogue.plain_words('No.1 apples') = 'no.1 apples', 'what stands among letters stays';
  assert not exists (select from catalogue.zero_result where query ~ '\d( ?\d){4,}'), 'no number of a person is kept';
end $$;
