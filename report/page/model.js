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

const routeOf = (cell) => cell.route ?? "";

/**
 * The routes that a protocol's cells take, each with the ending that tells its letters apart: the first letters of its
 * words, so that "quic" has q and "remote-webtransport-2" has rw2. Of equal ones, all but the first are numbered.
 */
export function routes(protocol) {
  const taken = new Map();
  return [...new Set(protocol.cells.map(routeOf))].sort().map((name) => {
    const initials = name.split("-").map((word) => (/^\d/.test(word) ? word : word.slice(0, 1))).join("");
    const count = (taken.get(initials) ?? 0) + 1;
    taken.set(initials, count);
    return { name, ending: count === 1 ? initials : `${initials}.${count}` };
  });
}

/** The places within a field: one a test case, or one a test case and route where there are several routes. */
export function slots(protocol) {
  const all = routes(protocol);
  const isTold = (route) => all.length > 1 && route.name;
  return protocol.tests.flatMap((test, t) =>
    all.map((route) => ({
      t,
      route: route.name,
      letter: isTold(route) ? test.letter + route.ending : test.letter,
      name: isTold(route) ? `${test.name} over ${route.name}` : test.name,
      about: test.about,
    })),
  );
}

/** Cell indices by client, server and slot. */
export function fields(protocol, places) {
  const slotOf = new Map(places.map((it, i) => [`${it.t} ${it.route}`, i]));
  const byField = new Map();
  protocol.cells.forEach((cell, i) => {
    const key = `${cell.c} ${cell.s}`;
    const field = byField.get(key) ?? byField.set(key, []).get(key);
    field[slotOf.get(`${cell.t} ${routeOf(cell)}`)] = i;
  });
  return (c, s) => byField.get(`${c} ${s}`) ?? [];
}

/** How each cell came out in a run: the present one, or an earlier one by its start. A space where it had none. */
export function outcomes(protocol, started) {
  const past = started && protocol.past.find((it) => it.started === started);
  return past ? [...past.o] : protocol.cells.map((it) => it.o);
}

/** The same, where a cell that the run left out came out as in the newest run before it that did not. */
export function lastKnown(protocol, started) {
  const earlier = protocol.past.filter((it) => it.started < started).reverse();
  return outcomes(protocol, started).map((sign, i) =>
    sign === "-" ? (earlier.map((it) => it.o[i]).find((it) => it !== "-" && it !== " ") ?? sign) : sign,
  );
}

/** What a change from one outcome to another is called; empty for none. A cell that was not run says nothing. */
export function change(before, now) {
  if (before === undefined || before === now || now === " " || before === "-" || now === "-") return "";
  if (before === " ") return "new";
  if (now === "S") return "fixed";
  return before === "S" ? "broken" : "other";
}

/** What the change of a cell is called. A failure that is known is no new one. */
export function changeOf(before, now, cell) {
  const changed = change(before, now);
  return changed === "broken" && cell.known ? "other" : changed;
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
  contradicted: { mark: "≠", text: "claimed, but contradicted on the wire" },
};

/** Marks a cell whose result is known, or is to be. */
export const KNOWN = {
  known: { mark: "◇", text: "known failing" },
  stale: { mark: "◆", text: "passed, known failing" },
  flaky: { mark: "≈", text: "flaky" },
};

/** Marks a cell that passed only when it was run again. */
export const FLAKY = "↻";

/** The sign of a cell that was not run, since the result of an earlier run stands for it. */
export const REUSED = "°";

/** What of a cell's proof is to be marked: of a red letter the colour says it already. */
export const doubt = (cell, sign) => (sign === "S" && PROOFS[cell.proof]?.mark) || "";

/** What the letters' endings mean, such as "q = quic"; empty where there is one route. */
export const endings = (protocol) => {
  const all = routes(protocol);
  return all.length > 1
    ? all
        .filter((it) => it.name)
        .map((it) => `${it.ending} = ${it.name}`)
        .join(", ")
    : "";
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
