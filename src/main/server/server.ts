/** What `npm start` runs. */
import { live } from './lifecycle.ts';
import { wire } from './wire.ts';

await live(wire);
