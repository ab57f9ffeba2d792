/** Is loaded before the program of each command, and sends the program a SIGTERM when its parent process has ended. */
import { whenParentExits } from './watch-parent.mjs';

whenParentExits(() => process.kill(process.pid, 'SIGTERM'));
