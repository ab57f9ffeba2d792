/** The shape of one day that is run ahead: for a campaign, and for a policy that support previews. */
import { z } from 'zod';

/** One date, on each store's clock. `hours`: what is sent, by the hour. */
export const RehearsedDay = z.object({
  date: z.iso.date(),
  suggested: z.int(),
  held: z.int(),
  ready: z.int(),
  sent: z.int(),
  hours: z.array(z.int()).length(24),
  /** For each hour of the clock, the part of it (0 to 1) that is quiet in the first store. */
  quietByHour: z.array(z.number()).length(24),
});
