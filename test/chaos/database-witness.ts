/** Installs triggers in the database that log each change of a held contact and each move of the app's clock, for the checker. */
import type pg from 'pg';

/**
 * Creates the schema `chaos` with the triggers. The product overwrites rows of `holds`, so a trigger copies each version of a
 * row into `chaos.holds_seen`. Postgres records the instant of each commit (`track_commit_timestamp`). The product does not use this schema.
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
