/** Starts `ask --batch -`, reads a little of its output and hangs up, as `| head` does; prints how it ended. */
import { spawn } from 'node:child_process';

const child = spawn(process.execPath, ['--import', 'tsx', 'src/ask.ts', '--batch', '-'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
process.stdin.pipe(child.stdin);
child.stdin.on('error', () => {});
child.stdout.once('data', () => child.stdout.destroy());
child.on('close', (code) => process.stdout.write(`ended with ${code}\n`, () => process.exit()));
