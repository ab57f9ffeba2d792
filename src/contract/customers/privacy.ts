/** Shapes of what a brand does with a customer's data at the customer's wish: erasing it. */
import { z } from 'zod';

/** `reason`: why the customer is erased. What names the customer is taken out of it before it is stored. */
export const EraseCustomer = z.strictObject({ reason: z.string().trim().min(1).max(500) });
