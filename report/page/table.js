// The matrix itself. Texts get into the page as text only.
import { slots, fields, lastKnown, outcomes, changeOf, doubt, outcomeOf, nameFilter, CHANGES, FLAKY, KNOWN, PROOFS, REUSED } from "./model.js";

export function el(name, properties = {}, ...children) {
  const { data, ...rest } = properties;
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(rest)) {
    if (key.startsWith("aria-") || key === "role" || key === "scope" || key === "for") node.setAttribute(key, value);
    else node[key] = value;
  }
  Object.assign(node.dataset, data ?? {});
  node.append(...children);
  return node;
}

/** What of a protocol is shown in a state: rows, columns and letters. */
export function view(protocol, state) {
  const places = slots(protocol);
  const field = fields(protocol, places);
  const now = outcomes(protocol, state.show);
  const vs = compared(protocol, state);
  const before = vs === "none" ? [] : lastKnown(protocol, vs);
  const isWanted = (i) =>
    now[i] !== " " &&
    (!state.outcome.length || state.outcome.includes(outcomeOf(now[i]).name)) &&
    (!state.test.length || state.test.includes(protocol.tests[protocol.cells[i].t].name)) &&
    (!state.proof.length || (!state.show && state.proof.includes(protocol.cells[i].proof))) &&
    (!state.known.length || (!state.show && state.known.includes(protocol.cells[i].known))) &&
    (!state.change.length || state.change.includes(changeOf(before[i], now[i], protocol.cells[i])));
  const client = nameFilter(state.client);
  const server = nameFilter(state.server);
  const rows = indices(protocol.clients, client);
  const columns = indices(protocol.servers, server);
  const shown = (c, s) => field(c, s).some((i) => i !== undefined && isWanted(i));
  return {
    protocol,
    places: places.map((it, i) => ({ ...it, i })).filter((it) => !state.test.length || state.test.includes(protocol.tests[it.t].name)),
    field,
    now,
    before,
    isPresent: !state.show,
    isWanted,
    rows: rows.filter((c) => columns.some((s) => shown(c, s))),
    columns: columns.filter((s) => rows.some((c) => shown(c, s))),
  };
}

/** The run to compare with: the one asked for, else the one before the one that is shown. */
export function compared(protocol, state) {
  if (state.vs) return state.vs;
  const earlier = protocol.past.filter((it) => !state.show || it.started < state.show);
  return earlier.at(-1)?.started ?? "none";
}

const indices = (names, filter) => names.map((_, i) => i).filter((i) => filter(names[i]));

/** The pixels of a letter of one character, of each further one, and of what a field and the first column have beside. */
const SIZES = { letter: 22, character: 7, field: 12, names: 150 };

/** How many letters a line of a field holds: all, as far as the page is wide enough, but not fewer than look well. */
export function perLine(places, columns, chars, width) {
  const least = Math.min(places, Math.max(3, Math.ceil(Math.sqrt(places * 1.2))));
  const room = (width - SIZES.names) / columns - SIZES.field;
  return Math.min(places, Math.max(least, Math.floor(room / (SIZES.letter + (chars - 1) * SIZES.character))));
}

export function matrix(it, hrefOf, available) {
  const { protocol } = it;
  if (!it.rows.length) return el("p", { className: "nothing", textContent: "Nothing is left by these filters." });
  const width = Math.max(...it.places.map((place) => place.letter.length));
  // Many columns fit a laptop's screen when the fields are narrow and high.
  const isCompact = it.columns.length > 9 && it.places.length > 9;
  const line = isCompact ? Math.min(4, it.places.length) : perLine(it.places.length, it.columns.length, width, available);
  const head = el("tr", {}, el("th", { className: "corner", scope: "col" }, "client ↓ server →"));
  it.columns.forEach((s) => head.append(el("th", { scope: "col" }, el("span", { textContent: protocol.servers[s], title: protocol.servers[s] }))));
  const body = el("tbody");
  for (const c of it.rows) {
    const row = el("tr", {}, el("th", { scope: "row", textContent: protocol.clients[c], title: protocol.clients[c] }));
    it.columns.forEach((s) => row.append(fieldOf(it, c, s, hrefOf)));
    body.append(row);
  }
  const table = el("table", { className: isCompact ? "compact" : "" }, el("thead", {}, head), body);
  table.style.setProperty("--width", width + "ch");
  table.style.setProperty("--chars", width);
  table.style.setProperty("--per-line", line);
  table.style.setProperty("--columns", it.columns.length);
  table.setAttribute("aria-label", `${protocol.title}: clients in rows, servers in columns`);
  return table;
}

function fieldOf(it, c, s, hrefOf) {
  const cells = it.field(c, s);
  const letters = el("div", { className: "letters" });
  const numbers = el("div", { className: "numbers" });
  for (const place of it.places) {
    const i = cells[place.i];
    if (i === undefined || it.now[i] === " ") letters.append(el("span", { className: "l none" }));
    else if (!it.isWanted(i)) letters.append(el("span", { className: "l off" }));
    else letters.append(letter(it, place, i, hrefOf));
    const cell = it.protocol.cells[i];
    if (cell?.measured && it.isWanted(i)) numbers.append(number(place, cell));
  }
  const field = el("td", {}, letters);
  if (numbers.children.length) field.append(numbers);
  return field;
}

const number = (place, cell) =>
  el("div", {}, el("b", { textContent: place.letter + " " }), `${cell.measured} ${cell.unit}`);

function letter(it, place, i, hrefOf) {
  const cell = it.protocol.cells[i];
  const sign = it.now[i];
  const changed = changeOf(it.before[i], sign, cell);
  const node = el("a", {
    className: `l o${outcomeOf(sign).name} ${changed && "c" + changed}`,
    href: hrefOf(cell.page),
    tabIndex: -1,
    textContent: place.letter,
    data: { i },
    "aria-label": label(it, place, cell, sign, changed),
  });
  const doubted = it.isPresent && doubt(cell, sign);
  if (doubted) {
    node.classList.add("p" + cell.proof);
    node.append(el("s", { textContent: doubted, "aria-hidden": "true" }));
  }
  const known = it.isPresent && KNOWN[cell.known];
  if (known) {
    node.classList.add("k" + cell.known);
    node.append(el("s", { textContent: known.mark, "aria-hidden": "true" }));
  }
  if (it.isPresent && cell.reused) node.append(el("s", { textContent: REUSED, "aria-hidden": "true" }));
  if (it.isPresent && cell.flaky) node.append(el("s", { textContent: FLAKY, "aria-hidden": "true" }));
  if (changed) node.append(el("i", { textContent: CHANGES[changed].mark, "aria-hidden": "true" }));
  return node;
}

function label(it, place, cell, sign, changed) {
  const pair = `${it.protocol.clients[cell.c]} to ${it.protocol.servers[cell.s]}`;
  const known = it.isPresent && KNOWN[cell.known] ? ", " + KNOWN[cell.known].text : "";
  const proof = known + (it.isPresent && PROOFS[cell.proof] ? ", " + PROOFS[cell.proof].text : "") + (it.isPresent && cell.flaky ? ", only when run again" : "") + (it.isPresent && cell.reused ? ", not run: result of an earlier run" : "");
  return `${pair}, ${place.name}: ${outcomeOf(sign).text}${proof}${changed ? ", " + CHANGES[changed].text : ""}`;
}
