/** The program of `npm start`. */
import { runServer } from './lifecycle.ts';
import { wire } from './wire.ts';

await runServer(wire);
