// A made-up run of any size, in the files of a real one: node test/synthetic.mjs FOLDER [CLIENTS SERVERS TESTS [SEED]]
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const TESTS = ["handshake", "transfer", "longrtt", "chacha20", "multiplexing", "retry", "resumption", "zerortt", "http3"];
const FURTHER = ["blackhole", "keyupdate", "ecn", "amplificationlimit", "handshakeloss", "transferloss", "handshakecorruption",
  "transfercorruption", "ipv6", "v2", "rebind-port", "rebind-addr", "connectionmigration"];

/** The same numbers for the same seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const image = (next) => "sha256:" + Array.from({ length: 64 }, () => Math.floor(next() * 16).toString(16)).join("");

const check = (rule, section, result) => ({ rule, section, result });

function verdict(next, test) {
  const draw = next();
  const checks = [
    check("The client downloads exactly the requested files, unaltered", "endpoint contract, files", "passed"),
    check("The server's Initial packets carry version 0x1 only", "RFC 9000 §15", "passed"),
    check("The server makes exactly 1 handshake", "RFC 9000 §7.2", "passed"),
  ];
  if (draw < 0.85) return { outcome: "succeeded", reason: { code: "checks-passed", text: "3 checks passed" }, findings: [], checks };
  if (draw < 0.92) {
    return { outcome: "unsupported", reason: { code: "client-unsupported", text: `the client does not support ${test}` }, findings: [], checks: [] };
  }
  if (draw < 0.98) {
    const seen = `${2 + Math.floor(next() * 3)} handshakes`;
    const finding = { rule: checks[2].rule, section: checks[2].section, expected: "exactly 1 handshake", seen,
      evidence: { file: "sim/trace_node_left.pcap", packet: 7 + Math.floor(next() * 90), time: Math.round(next() * 1000) / 1000 } };
    checks[2].result = "failed";
    return { outcome: "failed", reason: { code: "check-failed", text: `${seen}; expected exactly 1 handshake · RFC 9000 §7.2` }, findings: [finding], checks };
  }
  return { outcome: "failed", reason: { code: "time-limit", text: "the time limit of 60 s was reached" }, findings: [], checks: [] };
}

/**
 * Writes a run.
 *
 * @param change called with each cell before it is written, to make particular ones
 */
export async function synthetic(folder, { clients = 17, servers = 17, tests = 22, seed = 1, started = "2026-11-20T02:00:00Z", protocol = "quic", change = () => {} } = {}) {
  const next = random(seed);
  const names = Array.from({ length: Math.max(clients, servers) }, (_, i) => `impl-${String(i + 1).padStart(2, "0")}`);
  const all = [...TESTS, ...FURTHER].slice(0, tests);
  const lines = [];
  for (const server of names.slice(0, servers)) {
    for (const client of names.slice(0, clients)) {
      for (const test of all) {
        const logs = `${protocol}/logs/${server}_${client}/${test}`;
        const cell = {
          format: 2, id: `${protocol}/${server}_${client}/${test}`, protocol, client, server, test, route: { label: "", place: "docker" },
          ...verdict(next, test),
          images: { client: image(next), server: image(next), sim: image(next) },
          seed: "0x" + Math.floor(next() * 2 ** 48).toString(16), scenario: "simple-p2p --delay=15ms --bandwidth=10Mbps --queue=25",
          exit: { client: 0, server: 143, sim: 0 },
          ended: { client: { how: "exited" }, server: { how: "stopped" }, sim: { how: "stopped" } },
          times: { prepare: 0.05, start: 0.4, run: Math.round(next() * 900) / 100, copy: 0.2, judge: 0.1 },
          span: 1.25, logs,
        };
        change(cell, next);
        await logFiles(join(folder, logs), cell, next);
        lines.push(JSON.stringify(cell));
      }
    }
  }
  await writeFile(join(folder, "cells.jsonl"), lines.join("\n") + "\n");
  await writeFile(join(folder, "run.json"), JSON.stringify({ seed: "0x1", started }));
}

async function logFiles(folder, cell, next) {
  for (const part of ["client", "server"]) {
    await mkdir(join(folder, part), { recursive: true });
    const lines = Array.from({ length: 60 }, (_, i) => `${(i * 0.01).toFixed(3)} ${cell[part]} packet ${Math.floor(next() * 1e6)} sent, ${Math.floor(next() * 1400)} bytes\n`);
    await writeFile(join(folder, part, "stderr.log"), lines.join(""));
    await writeFile(join(folder, part, "keys.log"), `CLIENT_RANDOM ${image(next).slice(7)} ${image(next).slice(7)}\n`);
  }
  await writeFile(join(folder, "output.txt"), Array.from({ length: 120 }, (_, i) => `client | line ${i} ${Math.floor(next() * 1e9)}\n`).join(""));
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [folder, clients = 17, servers = 17, tests = 22, seed = 1] = process.argv.slice(2);
  await mkdir(folder, { recursive: true });
  await synthetic(folder, { clients: +clients, servers: +servers, tests: +tests, seed: +seed });
}
