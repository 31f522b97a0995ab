// A small made-up site, and a browser that sees every request that a page makes.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { synthetic } from "../synthetic.mjs";

export const HOSTILE = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".css": "text/css", ".txt": "text/plain" };

/** Three clients, three servers, five test cases in two runs: in the second a new failure, a fix, a measurement, and hostile texts. */
export async function madeUpSite(singleFile) {
  const folder = await mkdtemp(join(tmpdir(), "interop-site-"));
  const green = (cell) => Object.assign(cell, { outcome: "succeeded", reason: { code: "checks-passed", text: "3 checks passed" }, findings: [] });
  const red = (cell, text) => Object.assign(cell, {
    outcome: "failed",
    reason: { code: "check-failed", text: `${text}; expected exactly 1 handshake · RFC 9000 §7.2` },
    findings: [{ rule: "The server makes exactly 1 handshake", section: "RFC 9000 §7.2", expected: "exactly 1 handshake", seen: text, evidence: { file: "sim/trace_node_left.pcap", packet: 7, time: 0.25 } }],
  });
  const line = { file: "client/stderr.log", line: 12 };
  const ended = (cell) => Object.assign(cell, {
    outcome: "failed",
    reason: { code: "client-failed", text: "the client ended with exit code 1" },
    findings: [
      { rule: "The client ends with exit code 0", section: "", expected: "exit code 0", seen: "exit code 1, TLS alert 40", evidence: line },
      { rule: "Each file is complete", section: "", expected: "1 file", seen: "no file", evidence: { file: "" } },
    ],
    checks: [{ rule: "Each file is complete", section: "", result: "failed", findings: [{ rule: "Each file is complete", section: "", expected: "1 file", seen: "no file", evidence: { file: "" } }] }],
    ended: { client: { how: "exited" }, server: { how: "stopped" }, sim: { how: "stopped" } },
    exit: { client: 1, server: 143, sim: 0 },
  });
  const unsupported = (cell) => Object.assign(cell, {
    outcome: "unsupported",
    reason: { code: "client-unsupported", text: "the client ended with exit code 127" },
    findings: [{ rule: "The endpoint supports the test case", section: "", expected: "a supported test case", seen: "exit code 127", evidence: { file: "" } }],
    checks: [],
  });
  const is = (cell, client, server, test) => cell.client === `impl-0${client}` && cell.server === `impl-0${server}` && cell.test === test;
  const size = { clients: 3, servers: 3, tests: 5 };
  const first = join(folder, "first"), second = join(folder, "second"), history = join(folder, "history"), site = join(folder, "site");
  await synthetic(first, { ...size, started: "2026-11-20T02:00:00Z", change: (cell) => {
    green(cell);
    if (is(cell, 2, 1, "transfer")) red(cell, "2 handshakes");
  } });
  await synthetic(second, { ...size, started: "2026-11-21T02:00:00Z", change: (cell) => {
    green(cell);
    if (cell.server === "impl-03" && cell.test === "handshake") red(cell, "3 handshakes");
    if (is(cell, 1, 1, "longrtt")) red(cell, HOSTILE);
    if (is(cell, 2, 2, "longrtt")) ended(cell);
    if (is(cell, 3, 3, "transfer")) unsupported(cell);
    if (is(cell, 3, 1, "transfer")) cell.measurement = { unit: "kbps", values: [9400, 9426], mean: 9413, deviation: 18.4 };
    if (is(cell, 3, 2, "transfer")) Object.assign(cell, { reason: { code: "claimed", text: "the client reports ok; not proven" }, claim: { format: "tap", points: 1, proof: "claimed" } });
  } });
  for (const run of [first, second]) {
    await interop("report", "--in", run, "--out", site, "--history", history, ...(singleFile ? ["--single-file"] : []));
  }
  return { folder, first, second, site, close: () => rm(folder, { recursive: true, force: true }) };
}

export const interop = (...words) => promisify(execFile)(join(PROJECT, "interop"), words, { cwd: PROJECT });

export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname).replace(/^\/+/, "") || "index.html";
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Debian's Chromium, or the one that INTEROP_CHROMIUM names. */
export async function browser() {
  return chromium.launch({ executablePath: process.env.INTEROP_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
}

/** A page of which every request and every error is noted. */
export async function watched(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const requests = [], errors = [];
  page.on("request", (it) => requests.push(it.url()));
  page.on("pageerror", (it) => errors.push(it.message));
  page.on("console", (it) => it.type() === "error" && /Content Security|Refused/.test(it.text()) && errors.push(it.text()));
  return { page, requests, errors, context };
}

export const outside = (requests, ...own) => requests.filter((it) => !["data:", "blob:", ...own].some((start) => it.startsWith(start)));
