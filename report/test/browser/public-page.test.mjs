// The public QUIC runner's own web page with a result.json of ours. The page is not part of this project:
//   INTEROP_PUBLIC_PAGE=FOLDER  its index.html and script.js
//   INTEROP_PUBLIC_RUN=DIR/quic the folder of a run's result.json
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { browser, outside, watched } from "./site.mjs";

const { INTEROP_PUBLIC_PAGE: PAGE, INTEROP_PUBLIC_RUN: RUN } = process.env;
const skip = PAGE && RUN ? false : "INTEROP_PUBLIC_PAGE and INTEROP_PUBLIC_RUN name no page and run";

/** What the page loads from elsewhere, from npm. The page itself names their digests, so a browser takes no other ones. */
const LIBRARIES = { "jquery@3.5.1": "jquery/dist/jquery.slim.min.js", "popper.js@1.16.1": "popper.js/dist/umd/popper.min.js", "bootstrap@4.5.2": "bootstrap/dist/js/bootstrap.min.js" };
const named = (url) => Object.values(LIBRARIES).find((it) => url.includes(it.split("/")[0].replace(".js", "")) && url.endsWith(".js"));

let folder, server, chromium, page, errors, requests, result;
before(async () => {
  if (skip) return;
  folder = await mkdtemp(join(tmpdir(), "interop-public-"));
  await promisify(execFile)("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder, ...Object.keys(LIBRARIES)]);
  // As docs/results.md says.
  result = JSON.parse(await readFile(join(RUN, "result.json"), "utf8"));
  await mkdir(join(folder, "logs", "quic", "mine"), { recursive: true });
  await writeFile(join(folder, "logs", "quic", "mine", "result.json"), JSON.stringify({ ...result, log_dir: "mine" }));
  await writeFile(join(folder, "logs", "quic", "logs.json"), '["mine"]');
  server = await served();
  chromium = await browser();
  ({ page, errors, requests } = await watched(chromium));
  await page.route((url) => url.hostname !== "127.0.0.1", async (route) => {
    const library = named(route.request().url());
    if (!library) return route.abort();
    await route.fulfill({ path: join(folder, "node_modules", library), contentType: "text/javascript", headers: { "access-control-allow-origin": "*" } });
  });
  await page.goto(`${server.url}quic?run=mine`);
  await page.waitForSelector("#interop tbody td");
});
after(async () => {
  await chromium?.close();
  server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** The page at /quic, its script, and the run. */
async function served() {
  const files = { "/quic": join(PAGE, "index.html"), "/script.js": join(PAGE, "script.js") };
  const http = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    try {
      const body = await readFile(files[path] ?? join(folder, path));
      const type = path === "/quic" ? "text/html" : path.endsWith(".js") ? "text/javascript" : "application/json";
      response.writeHead(200, { "content-type": type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => http.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${http.address().port}/`, close: () => http.close() };
}

/** The buttons of each field of a table, in the order of the fields of the file. */
const fields = (table) => page.locator(`#${table} tbody td`).evaluateAll((cells) => cells.map((cell) =>
  [...cell.querySelectorAll("a")].map((it) => `${["succeeded", "unsupported", "failed"].find((outcome) => it.classList.contains(outcome))} ${it.innerText || it.textContent}`)));
const ORDER = ["succeeded", "unsupported", "failed"];

test("the page shows the outcome of every cell", { skip }, async () => {
  assert.deepEqual(await fields("interop"), result.results.map((cell) =>
    ORDER.flatMap((outcome) => cell.filter((it) => it.result === outcome)).map((it) => `${it.result} ${it.abbr}`)));
  assert.deepEqual(await page.locator("#interop thead th").allTextContents(), ["", ...result.servers]);
  assert.deepEqual(await page.locator("#interop tbody th").allTextContents(), result.clients);
});

test("the page shows the values of measurements", { skip }, async () => {
  assert.deepEqual(await fields("measurements"), result.measurements.map((cell) =>
    cell.map((it) => `${it.result} ${it.abbr}${it.result === "succeeded" ? `: ${it.details}` : ""}`)));
});

test("the page shows when the run was, and filters for its clients, servers and test cases", { skip }, async () => {
  const start = new Date(1000 * result.start_time).toLocaleDateString("en-US", { timeZone: "UTC" });
  assert.ok((await page.locator("#lastrun-start").innerText()).startsWith(start));
  assert.match(await page.locator("#duration").innerText(), /^\d\d:\d\d:\d\d$/);
  assert.equal(await page.locator("#quic-vers").innerText(), result.quic_version);
  assert.deepEqual(await page.locator("#client button").allTextContents(), result.clients);
  assert.equal(await page.locator("#test button").count(), Object.keys(result.tests).length);
  await page.locator(`#test-${Object.keys(result.tests)[0].toLowerCase()}`).click();
  assert.match(page.url(), /test=/);
});

test("a cell leads to its logs, and the page works without an error", { skip }, async () => {
  const [index, cell] = [...result.results.entries()].find(([, it]) => it.some((one) => one.result !== "unsupported"));
  const at = cell.find((it) => it.result !== "unsupported");
  const client = result.clients[Math.floor(index / result.servers.length)];
  const of = result.servers[index % result.servers.length];
  assert.equal(await page.locator(`#interop td a[href="logs/quic/mine/${of}_${client}/${at.name}"]`).count(), 1);
  assert.deepEqual(errors, []);
  assert.deepEqual(outside(requests, server.url).filter(named).length, Object.keys(LIBRARIES).length);
});
