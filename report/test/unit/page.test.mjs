import assert from "node:assert/strict";
import test from "node:test";
import { change, changeOf, doubt, endings, fields, lastKnown, nameFilter, outcomes, slots } from "../../page/model.js";
import { perLine } from "../../page/table.js";
import { readState, toggled, writeState } from "../../page/state.js";
import { embedded, frontPage } from "../../src/front.mjs";
import { withoutRequests } from "../../src/offline.mjs";

const cell = (c, s, t, o, more = {}) => ({ c, s, t, o, page: `${c}${s}${t}`, ...more });
const protocol = {
  name: "quic",
  title: "QUIC",
  clients: ["a", "b"],
  servers: ["x"],
  tests: [{ name: "handshake", letter: "H", about: "" }],
  cells: [cell(0, 0, 0, "S"), cell(1, 0, 0, "F")],
  past: [{ started: "2026-01-01T00:00:00Z", o: "F " }],
};

test("a cell that passed and fails now is a new failure", () => {
  assert.equal(change("S", "F"), "broken");
  assert.equal(change("F", "S"), "fixed");
  assert.equal(change("U", "F"), "other");
  assert.equal(change(" ", "F"), "new");
});

test("a known failure is no new failure, and an unknown one is", () => {
  assert.equal(changeOf("S", "F", { known: "known" }), "other");
  assert.equal(changeOf("S", "F", {}), "broken");
});

test("a run that did not run a cell says nothing of it", () => {
  assert.equal(change("-", "F"), "");
  assert.equal(change("S", "-"), "");
  assert.equal(change(undefined, "F"), "");
});

test("what the compared run left out is compared with the run before it", () => {
  const protocol = {
    past: [
      { started: "2026-11-01T02:00:00Z", o: "SF -" },
      { started: "2026-11-02T02:00:00Z", o: "-F--" },
      { started: "2026-11-03T02:00:00Z", o: "F---" },
    ],
  };
  assert.deepEqual(lastKnown(protocol, "2026-11-02T02:00:00Z"), ["S", "F", "-", "-"]);
  assert.deepEqual(lastKnown(protocol, "2026-11-03T02:00:00Z"), ["F", "F", "-", "-"]);
});

test("a pass that is not proven is doubted, a failure needs no further mark", () => {
  assert.equal(doubt({ proof: "claimed" }, "S"), "~");
  assert.equal(doubt({ proof: "contradicted" }, "S"), "≠");
  assert.equal(doubt({ proof: "contradicted" }, "F"), "");
  assert.equal(doubt({ proof: "proven" }, "S"), "");
  assert.equal(doubt({}, "S"), "");
});

test("the endings of letters are explained where there are several routes", () => {
  const over = (...routes) => ({ ...protocol, cells: routes.map((route) => cell(0, 0, 0, "S", { route })) });
  assert.equal(endings(over("webtransport", "quic")), "q = quic, w = webtransport");
  assert.equal(endings(over("quic")), "");
  assert.equal(endings(over("quic", "quiet")), "q = quic, q.2 = quiet");
});

test("an earlier run's outcomes are in the order of the cells", () => {
  assert.deepEqual(outcomes(protocol, "2026-01-01T00:00:00Z"), ["F", " "]);
  assert.deepEqual(outcomes(protocol, ""), ["S", "F"]);
});

test("a test case has a letter for each route where there are several", () => {
  const moqt = { ...protocol, cells: [cell(0, 0, 0, "S", { route: "quic" }), cell(0, 0, 0, "F", { route: "webtransport" })] };
  assert.deepEqual(slots(moqt).map((it) => it.letter), ["Hq", "Hw"]);
  assert.deepEqual(fields(moqt, slots(moqt))(0, 0), [0, 1]);
});

test("an image and remote endpoints of one transport are fields of their own", () => {
  const over = (route, o) => cell(0, 0, 0, o, { route, transport: "webtransport" });
  const moqt = { ...protocol, cells: [over("webtransport", "S"), over("remote-webtransport", "F"), over("remote-webtransport-2", "U")] };
  assert.deepEqual(slots(moqt).map((it) => it.letter), ["Hrw", "Hrw2", "Hw"]);
  assert.deepEqual(fields(moqt, slots(moqt))(0, 0), [1, 2, 0]);
  assert.equal(endings(moqt), "rw = remote-webtransport, rw2 = remote-webtransport-2, w = webtransport");
});

test("names are chosen by parts and left out by an exclamation mark", () => {
  assert.ok(nameFilter("go, kwik")("quic-go"));
  assert.ok(!nameFilter("kwik")("quic-go"));
  assert.ok(!nameFilter("!quic-go")("quic-go"));
  assert.ok(nameFilter("!quic-go")("kwik"));
});

test("the address keeps every filter", () => {
  const state = { ...readState(""), p: "quic", client: "a,b", outcome: ["failed", "error"], vs: "none" };
  assert.deepEqual(readState(writeState(state)), state);
  assert.deepEqual(toggled(["a"], "a"), []);
});

test("data cannot end the element that holds it", async () => {
  const hostile = "</script><script>alert(1)</script><!--";
  assert.ok(!embedded({ hostile }).includes("<"));
  assert.deepEqual(JSON.parse(embedded({ hostile })), { hostile });
  const page = await frontPage({ started: "2026-01-01T00:00:00Z", protocols: [{ ...protocol, clients: [hostile, "b"] }] });
  assert.ok(!page.includes("alert(1)</script>"));
});

test("the page's policy allows its own script and nothing from a network", async () => {
  const page = await frontPage({ started: "", protocols: [protocol] });
  assert.match(page, /default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/);
  assert.doesNotMatch(page.replace(/<script type="application\/json"[\s\S]*?<\/script>/, ""), /(src|href)="https?:/);
});

test("the modules of the page make one script without a clash of names", async () => {
  const page = await frontPage({ started: "", protocols: [protocol] });
  const code = page.match(/<script>([\s\S]*?)<\/script>/)[1];
  assert.doesNotThrow(() => new Function(code));
});

test("statistics are cut out of Allure's page", () => {
  const html = `<html><head><meta charset="utf-8"></head><body><script async src="https://www.googletagmanager.com/gtag/js?id=G"></script>
    <script>window.dataLayer = window.dataLayer || []; gtag('config')</script><script>keep()</script></body></html>`;
  const page = withoutRequests(html, { back: "../index.html", singleFile: false });
  assert.doesNotMatch(page, /googletagmanager|dataLayer/);
  assert.match(page, /keep\(\)/);
  assert.match(page, /Content-Security-Policy/);
  assert.match(page, /href="..\/index.html"/);
  assert.match(page, /site\.invalid\/logs/);
  assert.doesNotMatch(withoutRequests(html, { singleFile: true }), /site\.invalid/);
});

test("statistics in another form are an error, not a leak", () => {
  assert.throws(() => withoutRequests(`<script>load("//googletagmanager.com")</script>`, { singleFile: false }), /offline\.mjs/);
});

test("a line of a field has as many letters as the page has room for, and not fewer than look well", () => {
  assert.equal(perLine(9, 2, 1, 1280), 9);
  assert.equal(perLine(9, 20, 1, 1280), 4);
  assert.equal(perLine(2, 1, 3, 1280), 2);
  assert.equal(perLine(22, 3, 3, 400), 6);
});

test("the title names the protocols, as text", async () => {
  assert.match(await frontPage({ protocols: [{ title: "QUIC" }, { title: "<b>" }] }), /<title>QUIC, &#60;b&#62; interop matrix<\/title>/);
});
