-- Which products a venue shows is asked of its shelves; the document keeps no copy of it.
drop index catalogue.search_document_sets;
alter table catalogue.search_document drop column venues;
create index search_document_suppliers on catalogue.search_document using gin (supplier_ids);
