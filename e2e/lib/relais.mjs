// Starts the real binary in a folder of its own, and stops it.
import { spawn, execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BIN = process.env.RELAIS_BIN ?? new URL('../../target/debug/relais', import.meta.url).pathname;
const run = promisify(execFile);

export async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'relais-e2e-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A command of the binary; what it printed. */
export async function command(args, options = {}) {
  const { stdout, stderr } = await run(BIN, args, { timeout: 60_000, ...options });
  return stdout + stderr;
}

/** A server that answers; `said` is what it printed so far. */
export async function serve(args, options = {}) {
  const child = spawn(BIN, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const server = { said: '', base: '', stop: () => stop(child) };
  const ended = new Promise((_, reject) => child.on('exit', (code) => reject(new Error(`it ended (${code}): ${server.said}`))));
  ended.catch(() => {});
  const ready = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        server.said += data;
        const found = /answers on (http:\/\/[^\s"]+)|listening on (http:\/\/[^\s"]+)/.exec(server.said);
        if (found) resolve((found[1] ?? found[2]).replace(/\/$/, ''));
      });
    }
  });
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not ready: ${server.said}`)), 60_000);
  });
  server.base = await Promise.race([ready, ended, late]);
  clearTimeout(timer);
  return server;
}

function stop(child) {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** The demo, with the link of each of its people by name. */
export async function demo() {
  const data = await folder();
  const server = await serve(['demo', '--data', data.path, '--port', '0']);
  const door = (name, org = '') => {
    const part = server.said.slice(Math.max(0, server.said.indexOf(org)));
    const line = part.split('\n').find((text) => text.includes(name));
    return /http\S+/.exec(line ?? '')?.[0] ?? assertDoor(name, server.said);
  };
  return { ...server, door, stop: async () => { await server.stop(); await data.remove(); } };
}

function assertDoor(name, said) {
  throw new Error(`no link for ${name} in:\n${said}`);
}
