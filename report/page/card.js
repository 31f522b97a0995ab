// The card of a letter: shown beside it, under a pointer or with the focus.
import { changeOf, outcomeOf, CHANGES, PROOFS } from "./model.js";
import { el } from "./table.js";

export function cardOf(it, i, isPresent) {
  const { protocol } = it;
  const cell = protocol.cells[i];
  const sign = it.now[i];
  const test = protocol.tests[cell.t];
  const lines = [];
  if (isPresent && cell.knownText) lines.push(["known", cell.knownText]);
  if (isPresent && cell.why) lines.push(["why", cell.why]);
  if (isPresent && cell.proof) lines.push(["claim", PROOFS[cell.proof]?.text ?? "proven on the wire"]);
  if (isPresent && cell.earlier) lines.push(["attempts", [...cell.earlier, cell.o].map((it) => outcomeOf(it).text).join(", then ")]);
  if (isPresent && cell.reused) lines.push(["not run", `nothing has changed since the run of ${cell.reused}`]);
  if (isPresent && cell.since) lines.push(["since", cell.since]);
  const changed = changeOf(it.before[i], sign, cell);
  if (changed) lines.push(["change", changed === "new" ? CHANGES.new.text : `${CHANGES[changed].text}, was ${outcomeOf(it.before[i]).text}`]);
  if (isPresent && cell.measured) lines.push(["measured", `${cell.measured} ${cell.unit}; each repetition: ${cell.values}`]);
  const over = [cell.route ?? cell.transport, cell.version, cell.relation && `${cell.relation} the target`].filter(Boolean);
  if (over.length) lines.push(["over", over.join(", ")]);
  if (cell.remote) lines.push(["remote", cell.remote]);
  if (isPresent && cell.sec !== undefined) lines.push(["duration", `${cell.sec} s`]);
  if (test.about) lines.push(["test case", test.about]);
  const list = el("dl");
  lines.forEach(([name, text]) => list.append(el("dt", { textContent: name }), el("dd", { textContent: text })));
  return [
    el("p", { className: "pair" }, `${protocol.clients[cell.c]} → ${protocol.servers[cell.s]} `, el("b", { textContent: test.name })),
    el("p", { className: "o" + outcomeOf(sign).name, textContent: outcomeOf(sign).text }),
    list,
  ];
}

export function place(card, letter) {
  const at = letter.getBoundingClientRect();
  card.hidden = false;
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = at.bottom + height + 12 < innerHeight;
  card.style.left = Math.max(8, Math.min(at.left, innerWidth - width - 8)) + "px";
  card.style.top = Math.max(8, below ? at.bottom + 6 : at.top - height - 6) + "px";
}
