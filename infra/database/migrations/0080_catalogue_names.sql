-- Tables that people hand in name products; without this every chunk of one reads all that its supplier offers.
create index product_name on catalogue.product (name_zh);
