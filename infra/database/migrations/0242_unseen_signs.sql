-- What nobody sees (a soft hyphen, a joiner, a variant), a stop, a slash or a picture between two Chinese signs hides no word from a rule
-- and no name from the register of indications. The twin of `squeeze` in the rules of catalogue, as before.
create or replace function catalogue.plain_words(words text) returns text language sql immutable parallel safe as $$
  select regexp_replace(
    translate(lower(normalize(words, NFKC)), '會標機產産痠綠緑誌質', '会标机产产酸绿绿志质'),
    '(?<=[\u3400-\u9fff\uf900-\ufaff])[\s\u00ad\u034f\u061c\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff·・•‧.*_~|/\\+=^#&—「」『』“”"''《》【】()\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff-]+(?=[\u3400-\u9fff\uf900-\ufaff])',
    '', 'g')
$$;

-- What is published is looked through once more.
update catalogue.words_looked_through set version = '';
select catalogue.follow_word_rules();
select catalogue.name_indications(null, null);

-- Numbers written in groups were kept in the log of what found nothing.
delete from catalogue.zero_result where query ~ '\d( ?\d){4,}';
