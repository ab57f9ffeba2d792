/** Loaded before every command's program: ends it, as a SIGTERM would, when what started it is gone. */
import { whenOrphaned } from './orphan.mjs';

whenOrphaned(() => process.kill(process.pid, 'SIGTERM'));
