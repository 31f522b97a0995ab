// Below the matrix: what changed, and equal failures together.
import { changeOf, outcomeOf, CHANGES } from "./model.js";
import { el } from "./table.js";

const MOST = 200;
const LOUD = ["F", "!", "?", "U", "-"];

export function lists(it, isPresent, hrefOf) {
  const sections = [];
  for (const kind of ["broken", "fixed", "other"]) {
    const cells = it.protocol.cells.map((_, i) => i).filter((i) => visible(it, i) && changeOf(it.before[i], it.now[i], it.protocol.cells[i]) === kind);
    if (cells.length) sections.push(group(`${CHANGES[kind].mark} ${capital(CHANGES[kind].text)}`, cells, it, hrefOf, true));
  }
  if (isPresent) sections.push(...signatureGroups(it, hrefOf));
  return sections;
}

const visible = (it, i) => it.isWanted(i) && it.rows.includes(it.protocol.cells[i].c) && it.columns.includes(it.protocol.cells[i].s);
const capital = (text) => text[0].toUpperCase() + text.slice(1);

function signatureGroups(it, hrefOf) {
  const groups = new Map();
  it.protocol.cells.forEach((cell, i) => {
    if (!cell.signature || !visible(it, i)) return;
    const key = cell.o + cell.signature;
    (groups.get(key) ?? groups.set(key, []).get(key)).push(i);
  });
  const sorted = [...groups.values()].sort((a, b) => rank(it, a) - rank(it, b) || b.length - a.length);
  if (!sorted.length) return [];
  const head = el("h2", { textContent: "Not green, equal reasons together" });
  const all = sorted.slice(0, MOST).map((cells) => {
    const first = it.protocol.cells[cells[0]];
    return group(`${outcomeOf(first.o).text} · ${first.signature}`, cells, it, hrefOf, false, "o" + outcomeOf(first.o).name);
  });
  return [head, ...all];
}

const rank = (it, cells) => LOUD.indexOf(it.protocol.cells[cells[0]].o);

function group(title, cells, it, hrefOf, open, className = "") {
  const list = el("ul");
  for (const i of cells.slice(0, MOST)) {
    const cell = it.protocol.cells[i];
    const text = `${it.protocol.clients[cell.c]} → ${it.protocol.servers[cell.s]} ${it.protocol.tests[cell.t].name}`;
    list.append(el("li", {}, el("a", { href: hrefOf(cell.page), textContent: text })));
  }
  if (cells.length > MOST) list.append(el("li", { textContent: `and ${cells.length - MOST} more` }));
  const summary = el("summary", { className }, el("span", { className: "count", textContent: cells.length }), " " + title);
  return el("details", { open }, summary, list);
}
