/** The witness inside the database: triggers that note each step of a held contact and each move of the clock. */
import type pg from 'pg';

/**
 * Rows of `holds` are overwritten, so what they were is kept here, one row a step; which commit it was, and when, is
 * told by Postgres itself (`track_commit_timestamp`). In a schema of its own: the product knows nothing of it.
 */
export async function installWitness(owner: pg.Client): Promise<void> {
  await owner.query(`
    create schema chaos;
    create table chaos.holds_seen (seq bigserial primary key, step jsonb not null);
    create table chaos.clock_seen (seq bigserial primary key, shift_ms bigint not null, frozen_at timestamptz);

    create function chaos.see_hold() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        insert into chaos.holds_seen (step) values (to_jsonb(new));
        return null;
      end $$;
    create trigger seen_made after insert on holds for each row execute function chaos.see_hold();
    create trigger seen_changed after update on holds for each row
      when ((old.state, old.due_at, old.promised_at, old.opening_at, old.ready_at, old.ended_at, old.seller_id, old.parked_at)
        is distinct from (new.state, new.due_at, new.promised_at, new.opening_at, new.ready_at, new.ended_at, new.seller_id, new.parked_at))
      execute function chaos.see_hold();

    create function chaos.see_clock() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        insert into chaos.clock_seen (shift_ms, frozen_at) values (new.shift_ms, new.frozen_at);
        return null;
      end $$;
    create trigger seen_moved after update on demo_clock for each row execute function chaos.see_clock();
  `);
}
