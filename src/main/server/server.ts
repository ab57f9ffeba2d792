/** The program of `npm start`. */
import { live } from './lifecycle.ts';
import { wire } from './wire.ts';

await live(wire);
