-- A held contact that another message to the same customer made room for has a reason of its own (H3).
alter table holds drop constraint holds_end_reason_check;
alter table holds add constraint holds_end_reason_check check (end_reason in ('handed_over', 'seller', 'replaced', 'manager',
  'customer_wrote', 'opted_out', 'reassigned', 'customer_erased', 'too_late', 'held_too_often', 'not_sent', 'unavailable'));
create index holds_replaced on holds (brand_id, customer_id, seller_id, ended_at) where end_reason = 'replaced';
