// What the data means. Knows nothing of the page.

export const OUTCOMES = [
  { sign: "S", name: "succeeded", text: "passed" },
  { sign: "F", name: "failed", text: "failed" },
  { sign: "U", name: "unsupported", text: "unsupported" },
  { sign: "?", name: "undecided", text: "undecided" },
  { sign: "!", name: "error", text: "error" },
  { sign: "-", name: "skipped", text: "not run" },
];

export const outcomeOf = (sign) => OUTCOMES.find((it) => it.sign === sign);

/** The places within a field: one a test case, or one a test case and transport where there are several transports. */
export function slots(protocol) {
  const transports = [...new Set(protocol.cells.map((it) => it.transport ?? ""))].sort();
  return protocol.tests.flatMap((test, t) =>
    transports.map((transport) => ({
      t,
      transport,
      letter: transports.length > 1 && transport ? test.letter + transport[0] : test.letter,
      name: transports.length > 1 && transport ? `${test.name} over ${transport}` : test.name,
      about: test.about,
    })),
  );
}

/** Cell indices by client, server and slot. */
export function fields(protocol, places) {
  const slotOf = new Map(places.map((it, i) => [`${it.t} ${it.transport}`, i]));
  const byField = new Map();
  protocol.cells.forEach((cell, i) => {
    const key = `${cell.c} ${cell.s}`;
    const field = byField.get(key) ?? byField.set(key, []).get(key);
    field[slotOf.get(`${cell.t} ${cell.transport ?? ""}`)] = i;
  });
  return (c, s) => byField.get(`${c} ${s}`) ?? [];
}

/** How each cell came out in a run: the present one, or an earlier one by its start. A space where it had none. */
export function outcomes(protocol, started) {
  const past = started && protocol.past.find((it) => it.started === started);
  return past ? [...past.o] : protocol.cells.map((it) => it.o);
}

/** What a change from one outcome to another is called; empty for none. A cell that was not run says nothing. */
export function change(before, now) {
  if (before === undefined || before === now || now === " " || before === "-" || now === "-") return "";
  if (before === " ") return "new";
  if (now === "S") return "fixed";
  return before === "S" ? "broken" : "other";
}

export const CHANGES = {
  broken: { mark: "▼", text: "new failure" },
  fixed: { mark: "▲", text: "fixed" },
  other: { mark: "◆", text: "changed" },
  new: { mark: "+", text: "new cell" },
};

/** What the wire says of a pass that a client claims, where it does not prove it. */
export const PROOFS = {
  claimed: { mark: "~", text: "claimed, not proven" },
  contradicted: { mark: "≠", text: "claimed, the wire says otherwise" },
};

/** What of a cell's proof is to be marked: of a red letter the colour says it already. */
export const doubt = (cell, sign) => (sign === "S" && PROOFS[cell.proof]?.mark) || "";

/** What the letters' endings mean, such as "q = quic"; empty where there is one transport. */
export const endings = (protocol) => {
  const transports = [...new Set(protocol.cells.map((it) => it.transport).filter(Boolean))].sort();
  return transports.length > 1 ? transports.map((it) => `${it[0]} = ${it}`).join(", ") : "";
};

/** The texts of a list field: parts separated by commas or spaces. "!x" leaves x out. */
export function nameFilter(text) {
  const words = text.toLowerCase().split(/[\s,]+/).filter(Boolean);
  const without = words.filter((it) => it[0] === "!").map((it) => it.slice(1));
  const wanted = words.filter((it) => it[0] !== "!");
  return (name) => {
    const low = name.toLowerCase();
    return !without.includes(low) && (!wanted.length || wanted.some((it) => low.includes(it)));
  };
}
