import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frontPage } from "../../src/front.mjs";
import { HOSTILE, browser, interop, madeUpSite, outside, serve, watched } from "./site.mjs";

let made, server, chromium;
before(async () => {
  made = await madeUpSite(false);
  server = await serve(made.site);
  chromium = await browser();
});
after(async () => {
  await chromium?.close();
  server?.close();
  await made?.close();
});

const open = async (hash = "", options) => {
  const it = await watched(chromium, options);
  await it.page.goto(server.url + hash);
  await it.page.waitForSelector("#matrix table");
  return it;
};
const letter = (page, label) => page.locator(`a.l[aria-label^="${label}"]`);
/** Allure's page, once it shows the cell. */
const evidence = (page) => page.getByText("exactly 1 handshake").first();

test("the matrix shows every cell, and the reason under the pointer", async () => {
  const { page, errors } = await open();
  assert.equal(await page.locator("a.l").count(), 45);
  await letter(page, "impl-02 to impl-03, handshake").hover();
  const card = await page.locator("#card").innerText();
  assert.match(card, /3 handshakes; expected exactly 1 handshake/);
  assert.match(card, /new failure, was passed/);
  assert.match(card, /duration\s+[0-9.]+ s/);
  assert.deepEqual(errors, []);
});

test("a measurement is a number in the matrix, and all its values are under the pointer and on the cell's page", async () => {
  const { page, errors } = await open();
  assert.deepEqual(await page.locator(".numbers > div").allInnerTexts(), ["DC 9413 ± 18 kbps"]);
  await letter(page, "impl-03 to impl-01, transfer").hover();
  assert.match(await page.locator("#card").innerText(), /9413 ± 18 kbps; each repetition: 9400, 9426/);
  await letter(page, "impl-03 to impl-01, transfer").click();
  await page.frameLocator("iframe").getByText("each repetition: 9400, 9426").waitFor();
  assert.deepEqual(errors, []);
});

test("a test case that came out alike with all peers is named below the matrix, but not for an earlier run", async () => {
  const { page } = await open();
  const marks = page.locator("#marks li");
  assert.deepEqual(await marks.allInnerTexts(), ["handshake of impl-03 as server fails against all 3 clients"]);
  const earlier = (await open("#show=2026-11-20T02:00:00Z")).page;
  assert.equal(await earlier.locator("#marks li").count(), 0);
});

test("a filter narrows the matrix and is kept in the address", async () => {
  const { page } = await open();
  await page.locator("#outcomes .ofailed").click();
  assert.equal(await page.locator("a.l").count(), 5);
  await page.locator("#server").fill("impl-03");
  assert.equal(await page.locator("a.l").count(), 3);
  assert.match(page.url(), /server=impl-03/);
  assert.match(page.url(), /outcome=failed/);
  await page.reload();
  await page.waitForSelector("#matrix table");
  assert.equal(await page.locator("a.l").count(), 3);
  assert.equal(await page.locator("#server").inputValue(), "impl-03");
  await page.locator("#reset").click();
  assert.equal(await page.locator("a.l").count(), 45);
});

test("a cell's letter leads to its evidence, and back leads to the same matrix", async () => {
  const { page } = await open("#outcome=failed&server=impl-03");
  await page.waitForSelector("a.l.ofailed");
  await letter(page, "impl-02 to impl-03, handshake").click();
  await evidence(page).waitFor();
  const text = await page.locator("body").innerText();
  assert.match(text, /The server makes exactly 1 handshake · RFC 9000 §7\.2/);
  assert.match(text, /packet 7, 0\.250 s/);
  assert.match(text, /probably the server/);
  assert.match(text, /new in this run, succeeded before/);
  assert.match(text, /\.\/interop replay quic\/impl-03_impl-02\/handshake/);
  await page.goBack();
  await page.waitForSelector("#matrix table");
  assert.equal(await page.locator("a.l").count(), 3);
});

test("Allure's page leads back by its own link", async () => {
  const { page } = await open();
  await letter(page, "impl-01 to impl-03, handshake").click();
  await page.getByRole("link", { name: "← Matrix" }).click();
  await page.waitForSelector("#matrix table");
});

test("the link back covers nothing, at any width", async () => {
  for (const width of [390, 1280]) {
    const { page } = await watched(chromium, { viewport: { width, height: 800 } });
    await page.goto(server.url + "awesome/index.html");
    const footer = page.getByText("Powered by").first();
    await footer.waitFor();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await footer.click({ trial: true, timeout: 5000 });
    const { y, height } = await footer.boundingBox();
    assert.ok(y + height <= 800, `the footer ends at ${y + height} at ${width}`);
    assert.equal(await page.getByRole("link", { name: "← Matrix" }).evaluate((it) => getComputedStyle(it.parentElement).position), "static");
  }
});

test("the title names the protocol", async () => {
  const { page } = await open();
  assert.equal(await page.title(), "QUIC interop matrix");
  assert.equal(await page.locator("h1").innerText(), "QUIC interop matrix");
});

test("equal reasons are listed with what they share, digits too, and an unsupported cell breaks no rule", async () => {
  const { page } = await open();
  const reasons = await page.locator("#lists summary").allInnerTexts();
  const shown = reasons.join("\n");
  assert.match(shown, /The client ends with exit code 0: exit code 1, TLS alert 40/);
  assert.match(shown, /3 handshakes/);
  assert.match(shown, /unsupported · the client ended with exit code 127/);
  assert.ok(!shown.includes("supports the test case"), shown);
});

test("a cell's page begins with the cause, folds what follows from it, and links the line of the log", async () => {
  const { page } = await open();
  await letter(page, "impl-02 to impl-02, longrtt").click();
  const steps = page.getByTestId("test-result-step-title");
  await steps.first().waitFor();
  const titles = async () => (await steps.allInnerTexts()).map((it) => it.trim());
  assert.deepEqual((await titles()).slice(0, 2), ["The client ends with exit code 0", "also, probably as a consequence: 1 more"]);
  assert.ok(!(await titles()).includes("Each file is complete"), "folded");
  await steps.nth(1).click();
  await page.getByText("Each file is complete").first().waitFor();
  const text = await page.locator("body").innerText();
  assert.match(text, /probably the client, which exited with 1|exited with 1/);
  const list = await page.getByTestId("test-result-steps-root").innerText();
  assert.ok(!/unknown/.test(list), list);
  assert.match(list, /exit code 1, TLS alert 40/);
  const green = await page.getByTestId("test-result-steps-root").locator('[class*="status-passed"], [class*="passed"]').count();
  assert.equal(green, 0, "nothing in it passed");
  await page.getByRole("link", { name: "client/stderr.log:12" }).first().click();
  const line = page.locator("#L12");
  await line.waitFor();
  assert.match(page.context().pages().at(-1).url(), /\/logs\/[0-9a-f]+-1\.html#L12$/);
});

test("each place of a cell's page that names a log line alone links it, and no other text", async () => {
  const { page, errors } = await open();
  await letter(page, "impl-02 to impl-02, longrtt").click();
  await page.getByTestId("test-result-steps-root").getByRole("link", { name: "client/stderr.log:12" }).waitFor();
  const links = page.getByRole("link", { name: "client/stderr.log:12" });
  assert.equal(await links.count(), 2, "the rule's step, and Links");
  for (const it of await links.all()) assert.match(await it.evaluate((a) => a.href), new RegExp(`^${server.url}logs/[0-9a-f]+-1\\.html#L12$`));
  // Within the document: Allure keeps parts of the page and changes their texts.
  const other = (await open()).page;
  const address = await letter(other, "impl-02 to impl-03, handshake").evaluate((a) => a.href);
  await page.evaluate((to) => (location.hash = new URL(to).hash), address);
  await evidence(page).waitFor();
  assert.equal(await page.getByRole("link", { name: "client/stderr.log" }).count(), 0);
  assert.equal(await page.locator('a[href*="site.invalid"]').count(), 0);
  assert.deepEqual(errors, []);
});

test("a cell without a recording has no unknown duration, neither have its steps", async () => {
  const { page } = await open();
  for (const cell of ["impl-02 to impl-02, longrtt", "impl-03 to impl-03, transfer", "impl-01 to impl-01, handshake"]) {
    await page.goto(server.url);
    await letter(page, cell).click();
    await page.getByTestId("test-result-step-title").first().waitFor();
    const steps = page.getByTestId("test-result-step-header");
    for (const it of await steps.allInnerTexts()) assert.ok(!/unknown|\b0s/.test(it), it);
    assert.ok(!/unknown/.test(await page.locator("body").innerText()), cell);
  }
});

test("a wide page shows a pair's letters in one line, and a narrow one in several", async () => {
  const lines = async (width) => {
    const { page } = await open("", { viewport: { width, height: 800 } });
    const tops = await page.locator("td").first().locator("a.l").evaluateAll((all) => all.map((it) => Math.round(it.getBoundingClientRect().top)));
    return new Set(tops).size;
  };
  assert.equal(await lines(1280), 1);
  assert.ok((await lines(420)) > 1);
});

test("a sign beside a letter of three characters stands clear of it", async () => {
  const tests = [{ name: "chacha20", letter: "C20", about: "" }, { name: "x", letter: "H", about: "" }];
  const cells = ["-", "?", "!", "S"].flatMap((o, s) => [{ c: 0, s, t: 0, o, page: `${s}0` }, { c: 0, s, t: 1, o, page: `${s}1` }]);
  const html = await frontPage({ started: "2026-11-20T02:00:00Z", protocols: [{ name: "quic", title: "QUIC", clients: ["a"], servers: ["s", "t", "u", "v"], tests, cells, past: [] }] });
  const { page } = await watched(chromium);
  await page.setContent(html);
  await page.waitForSelector("#matrix table");
  const gaps = await page.locator("a.oskipped, a.oundecided, a.oerror").evaluateAll((all) => all.map((it) => {
    const range = document.createRange();
    range.selectNodeContents(it.firstChild);
    return it.getBoundingClientRect().right - range.getBoundingClientRect().right;
  }));
  assert.equal(gaps.length, 6);
  for (const gap of gaps) assert.ok(gap >= 5, `${gap} pixels`);
});

test("the run before is compared with, and runs can be compared the other way round", async () => {
  const { page } = await open();
  assert.match(await page.locator("#changes").innerText(), /6 new failures, 1 fixed/);
  assert.equal(await page.locator("a.cbroken").count(), 6);
  assert.equal(await page.locator("a.cfixed").count(), 1);
  await page.locator("#vs").selectOption("none");
  assert.equal(await page.locator("a.cbroken").count(), 0);
  await page.locator("#show").selectOption({ index: 1 });
  assert.equal(await page.locator("a.ofailed").count(), 1);
});

test("two runs are compared in Markdown as on the page", async () => {
  const { stdout } = await interop("diff", made.first, made.second);
  assert.match(stdout, /6 new failures, 1 fixed, 0 other changes, 0 new cells/);
  assert.ok(!stdout.includes("<img"));
});

test("the keyboard alone reaches a letter, its neighbours and its page", async () => {
  const { page } = await open();
  await page.locator("#reset").focus();
  for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement.matches("a.l"))); i++) await page.keyboard.press("Tab");
  const label = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  assert.match(await label(), /^impl-01 to impl-01, handshake/);
  await page.keyboard.press("ArrowRight");
  assert.match(await label(), /^impl-01 to impl-01, transfer/);
  await page.keyboard.press("End");
  assert.match(await label(), /^impl-01 to impl-03, multiplexing/);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  assert.match(await label(), /^impl-02 to impl-01, handshake/);
  assert.match(await page.locator("#card").innerText(), /impl-02 → impl-01/);
  await page.keyboard.press("Escape");
  assert.ok(await page.locator("#card").isHidden());
  assert.equal(await page.locator('a.l[tabindex="0"]').count(), 1);
  await page.keyboard.press("Enter");
  await page.waitForURL(/awesome\/index\.html#/);
});

test("a pass that the client only claims is marked, can be filtered, and says so on its page", async () => {
  const { page } = await open();
  assert.equal(await page.locator("a.l.pclaimed").textContent(), "DC~");
  await page.getByRole("button", { name: "claimed, not proven" }).click();
  assert.equal(await page.locator("a.l").count(), 1);
  assert.match(page.url(), /proof=claimed/);
  await page.locator("a.l").click();
  await page.getByText("claimed pass").first().waitFor();
});

test("seventeen columns fit a laptop's screen", async () => {
  const names = Array.from({ length: 17 }, (_, i) => `impl-${i}`);
  const tests = Array.from({ length: 22 }, (_, i) => ({ name: `test-${i}`, letter: i % 4 ? "H" : "C20", about: "" }));
  const cells = names.flatMap((_, c) => names.flatMap((_, s) => tests.map((_, t) => ({ c, s, t, o: "S", page: `${c}.${s}.${t}` }))));
  const html = await frontPage({ started: "2026-11-20T02:00:00Z", protocols: [{ name: "quic", title: "QUIC", clients: names, servers: names, tests, cells, past: [] }] });
  for (const width of [1440, 1366]) {
    const { page } = await watched(chromium, { viewport: { width, height: 800 } });
    await page.setContent(html);
    await page.waitForSelector("#matrix table");
    const [all, shown] = await page.locator("#matrix").evaluate((it) => [it.scrollWidth, it.clientWidth]);
    assert.ok(all <= shown, `${all} of ${shown} pixels at ${width}`);
  }
});

test("texts of an implementation are shown as text everywhere", async () => {
  const { page, errors } = await open();
  await letter(page, "impl-01 to impl-01, longrtt").hover();
  assert.ok((await page.locator("#card").innerText()).includes("<img src=x"));
  await letter(page, "impl-01 to impl-01, longrtt").click();
  await evidence(page).waitFor();
  await page.waitForTimeout(500);
  assert.ok((await page.locator("body").innerText()).includes(HOSTILE.slice(0, 20)));
  assert.notEqual(await page.title(), "owned");
  assert.deepEqual(errors, []);
});

test("no page asks anything of another host", async () => {
  const { page, requests } = await open();
  await letter(page, "impl-02 to impl-03, handshake").click();
  await evidence(page).waitFor();
  for (const tab of ["History", "Attachments"]) {
    await page.getByText(new RegExp(`^${tab}`)).first().click();
    await page.waitForTimeout(300);
  }
  await page.goto(server.url + "awesome/index.html");
  await page.waitForTimeout(1500);
  assert.ok(requests.length > 10);
  assert.deepEqual(outside(requests, server.url), []);
});

test("a phone shows the card at the first touch and the page at the second", async () => {
  const { page } = await open("", { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  const red = letter(page, "impl-01 to impl-03, handshake");
  await red.scrollIntoViewIfNeeded();
  await red.tap();
  assert.ok(await page.locator("#card").isVisible());
  assert.ok(!page.url().includes("awesome"));
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
  await red.tap();
  await page.waitForURL(/awesome\/index\.html#/);
});

test("the header stays when the matrix scrolls", async () => {
  const { page } = await open("", { viewport: { width: 420, height: 300 } });
  const head = page.locator("thead th").nth(1);
  const before = await head.boundingBox();
  await page.locator("#matrix").evaluate((it) => (it.scrollTop = 40));
  assert.equal(Math.round((await head.boundingBox()).y), Math.round(before.y));
});
