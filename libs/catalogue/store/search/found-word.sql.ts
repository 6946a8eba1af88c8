import { statement } from '@xihuo/platform';

/** Whether somebody's word is one of names: $1 its Latin letters, $2 the word. */
export const isFoundWord = statement(
  'catalogue.is_found_word',
  'select from catalogue.search_word where latin = $1 and shown = $2',
);

/** Counts a search that found something. $1 the word. */
export const noteFoundWord = statement(
  'catalogue.note_found_word',
  `insert into catalogue.found_word as known (day, word)
   values ((platform.business_now() at time zone 'Asia/Shanghai')::date, $1)
   on conflict (day, word) do update set asked = known.asked + 1`,
);

/** Words asked for at least $2 times within $1 days, the most asked first. */
export const foundWords = statement<{ word: string }>(
  'catalogue.found_words',
  `select word from catalogue.found_word
    where day > (platform.business_now() at time zone 'Asia/Shanghai')::date - $1::integer
    group by word having sum(asked) >= $2 order by sum(asked) desc, word limit 24`,
);

/** Names of what is bought most and for sale now. $1 how many. */
export const boughtNames = statement<{ name: string }>(
  'catalogue.bought_names',
  `select best.name_zh as name
     from (select id, name_zh, sold_count from catalogue.product where sold_count > 0 order by sold_count desc, id limit 60) best
    where exists (select from catalogue.offer_v where offer_v.product_id = best.id and offer_v.for_sale)
    order by best.sold_count desc, best.id limit $1`,
);

/** $1 how many days are kept. */
export const forgetFoundWords = statement(
  'catalogue.forget_found_words',
  `delete from catalogue.found_word where day <= (platform.business_now() at time zone 'Asia/Shanghai')::date - $1::integer`,
);
