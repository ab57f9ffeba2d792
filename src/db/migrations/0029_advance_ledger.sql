-- Moves a brand's ledger. With `from_number` and `from_link` the caller has sealed its receipts onto that head without having
-- read it (decision 0034): the function waits until the head has come there, and fails where the head has moved on, so that
-- the transaction is done again. The advisory lock queues those whose turn it is; who comes before the transaction that it was
-- sealed onto gives the lock back and tries again, for a second at most. Without them the caller has the
-- ledger's row locked, or moves the live log alone. Answers the number of the last event.
create function public.advance_ledger(of_brand uuid, from_number bigint, from_link bytea, to_number bigint, to_link bytea,
    events integer, holds integer) returns bigint
  language plpgsql volatile set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    head_number bigint;
    last_event bigint;
    until timestamptz := clock_timestamp() + interval '1 second';
  begin
    if from_number is not null then
      loop
        begin
          perform pg_advisory_xact_lock(hashtextextended('ledger ' || of_brand::text, 0));
          select l.receipt_number into head_number from public.ledgers l where l.brand_id = of_brand;
          exit when head_number >= from_number or clock_timestamp() > until;
          raise exception using errcode = 'OT001';
        exception when sqlstate 'OT001' then
          perform pg_sleep(0.001);
        end;
      end loop;
    end if;
    update public.ledgers l set receipt_number = coalesce(to_number, l.receipt_number), link = coalesce(to_link, l.link),
        event_number = l.event_number + events, holds_created = l.holds_created + holds
      where l.brand_id = of_brand and (from_number is null or (l.receipt_number = from_number and l.link = from_link))
      returning l.event_number into last_event;
    if not found then
      raise exception 'the ledger has moved on' using errcode = 'serialization_failure';
    end if;
    return last_event;
  end
  $$;

revoke execute on function public.advance_ledger(uuid, bigint, bytea, bigint, bytea, integer, integer) from public;
grant execute on function public.advance_ledger(uuid, bigint, bytea, bigint, bytea, integer, integer) to oto_runtime;
