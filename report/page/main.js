import { OUTCOMES, CHANGES, KNOWN, PROOFS, changeOf, endings } from "./model.js";
import { readState, writeState, toggled } from "./state.js";
import { el, view, compared, matrix } from "./table.js";
import { cardOf, place } from "./card.js";
import { lists } from "./lists.js";
import { moved, takeTabStop } from "./keys.js";
import { pages } from "./report.js";

const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const report = pages(document);
let state, shown;

const time = (iso) => iso.replace("T", " ").replace(/(:\d\d)(\.\d+)?Z$/, " UTC");
const protocol = () => data.protocols.find((it) => it.name === state.p) ?? data.protocols[0];

function go(changes, push = false) {
  Object.assign(state, changes);
  history[push ? "pushState" : "replaceState"](null, "", writeState(state));
  draw();
}

function chip(text, pressed, onClick, className = "", title = "") {
  const node = el("button", { type: "button", className: "chip " + className, textContent: text, title, "aria-pressed": pressed });
  node.addEventListener("click", onClick);
  return node;
}

function drawTabs() {
  $("tabs").replaceChildren(
    ...data.protocols.map((it) => {
      const selected = it === protocol();
      const tab = el("button", { type: "button", role: "tab", textContent: it.title, "aria-selected": selected, tabIndex: selected ? 0 : -1 });
      tab.addEventListener("click", () => go({ ...readState(""), p: it.name }, true));
      return tab;
    }),
  );
  $("tabs").hidden = data.protocols.length < 2;
}

function drawRuns() {
  const runs = protocol().past.map((it) => it.started).reverse();
  const options = (first, chosen) => [first, ...runs.map((it) => [it, time(it)])].map(([value, text]) => el("option", { value, textContent: text, selected: value === chosen }));
  $("show").replaceChildren(...options(["", `this one, ${time(data.started)}`], state.show));
  $("vs").replaceChildren(...options(["none", "nothing"], compared(protocol(), state)));
  $("show").parentElement.hidden = $("vs").parentElement.hidden = !runs.length;
}

function drawChips() {
  const now = shown.now.filter((it) => it !== " ");
  $("outcomes").replaceChildren(
    ...OUTCOMES.filter((it) => now.includes(it.sign)).map((it) =>
      chip(`${now.filter((sign) => sign === it.sign).length} ${it.text}`, state.outcome.includes(it.name), () => go({ outcome: toggled(state.outcome, it.name) }), "o" + it.name),
    ),
    ...Object.entries(PROOFS).flatMap(([proof, it]) => {
      const count = state.show ? 0 : protocol().cells.filter((cell) => cell.proof === proof).length;
      return count ? [chip(`${it.mark} ${count} ${it.text}`, state.proof.includes(proof), () => go({ proof: toggled(state.proof, proof) }), "p" + proof)] : [];
    }),
    ...Object.entries(KNOWN).flatMap(([known, it]) => {
      const count = state.show ? 0 : protocol().cells.filter((cell) => cell.known === known).length;
      return count ? [chip(`${it.mark} ${count} ${it.text}`, state.known.includes(known), () => go({ known: toggled(state.known, known) }), "k" + known)] : [];
    }),
    ...Object.entries(CHANGES).flatMap(([kind, it]) => {
      const count = shown.now.filter((sign, i) => changeOf(shown.before[i], sign, protocol().cells[i]) === kind).length;
      return count ? [chip(`${it.mark} ${count} ${it.text}`, state.change.includes(kind), () => go({ change: toggled(state.change, kind) }), "c" + kind)] : [];
    }),
  );
  $("tests").replaceChildren(
    ...protocol().tests.map((it) => chip(`${it.letter} ${it.name}`, state.test.includes(it.name), () => go({ test: toggled(state.test, it.name) }), "", it.about)),
  );
}

function drawNames() {
  for (const side of ["client", "server"]) {
    if (document.activeElement !== $(side)) $(side).value = state[side];
    $(side + "s").replaceChildren(...protocol()[side + "s"].map((it) => el("option", { value: it })));
  }
}

function drawChanges() {
  const vs = compared(protocol(), state);
  const count = (kind) => shown.now.filter((sign, i) => changeOf(shown.before[i], sign, protocol().cells[i]) === kind).length;
  $("changes").textContent = vs === "none" ? "" : `Compared with ${time(vs)}: ${count("broken")} new failures, ${count("fixed")} fixed, ${count("other")} otherwise changed, ${count("new")} new cells.`;
}

function draw() {
  const focused = document.activeElement?.dataset?.i;
  shown = view(protocol(), state);
  document.title = $("title").textContent = `${protocol().title} interop matrix`;
  $("about").textContent = `${protocol().clients.length} clients × ${protocol().servers.length} servers × ${protocol().tests.length} test cases · ${time(data.started)}`;
  $("endings").textContent = endings(protocol()) && `Letters end with the route: ${endings(protocol())}.`;
  $("card").hidden = true;
  drawTabs();
  drawRuns();
  drawChips();
  drawNames();
  drawChanges();
  $("matrix").replaceChildren(matrix(shown, report.hrefOf, document.documentElement.clientWidth));
  $("marks").replaceChildren(...(state.show ? [] : (protocol().marks ?? [])).map((it) => el("li", { textContent: it })));
  $("lists").replaceChildren(...lists(shown, !state.show, report.hrefOf));
  const letter = $("matrix").querySelector(focused ? `a.l[data-i="${focused}"]` : "a.l");
  takeTabStop($("matrix"), letter ?? $("matrix").querySelector("a.l"));
  if (focused && letter) letter.focus({ preventScroll: true });
}

function showCard(letter) {
  const card = $("card");
  card.replaceChildren(...cardOf(shown, Number(letter.dataset.i), !state.show));
  place(card, letter);
}

function onHash() {
  if (report.leaves(location.hash)) return;
  state = readState(location.hash);
  state.p = protocol().name;
  draw();
}

const letterOf = (event) => event.target.closest?.("a.l");
const touches = matchMedia("(hover: none)");
let tapped;

$("matrix").addEventListener("mouseover", (event) => letterOf(event) && showCard(letterOf(event)));
$("matrix").addEventListener("mouseout", (event) => letterOf(event) && ($("card").hidden = true));
$("matrix").addEventListener("focusin", (event) => {
  const letter = letterOf(event);
  if (!letter) return;
  takeTabStop($("matrix"), letter);
  showCard(letter);
});
$("matrix").addEventListener("focusout", () => ($("card").hidden = true));
$("matrix").addEventListener("keydown", (event) => {
  const letter = letterOf(event);
  const next = letter && moved($("matrix"), letter, event);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
});
// Without a pointer that hovers, the first touch shows the card and the second one opens the page.
$("matrix").addEventListener("click", (event) => {
  const letter = letterOf(event);
  if (letter && touches.matches && tapped !== letter) {
    event.preventDefault();
    tapped = letter;
    letter.focus();
    showCard(letter);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") $("card").hidden = true;
});
for (const side of ["client", "server"]) $(side).addEventListener("input", (event) => go({ [side]: event.target.value.trim() }));
$("show").addEventListener("change", (event) => go({ show: event.target.value, vs: "" }));
$("vs").addEventListener("change", (event) => go({ vs: event.target.value }));
$("reset").addEventListener("click", () => {
  $("client").value = $("server").value = "";
  go({ ...readState(""), p: state.p });
});
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("tabs").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const all = data.protocols;
  go({ ...readState(""), p: all[(all.indexOf(protocol()) + step + all.length) % all.length].name }, true);
  $("tabs").querySelector('[aria-selected="true"]').focus();
});
$("all-results").href = report.all;
let width = innerWidth;
addEventListener("resize", () => {
  // A phone's bars come and go while it scrolls, and change the height only.
  if (width !== innerWidth) draw();
  width = innerWidth;
});
addEventListener("hashchange", onHash);
addEventListener("popstate", onHash);
onHash();
