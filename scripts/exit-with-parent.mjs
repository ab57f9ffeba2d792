/** Loaded before every command's program: ends it, as a SIGTERM would, when what started it is gone. */
import { whenParentExits } from './watch-parent.mjs';

whenParentExits(() => process.kill(process.pid, 'SIGTERM'));
