// What is shown, as the address says it: #p=quic&outcome=failed. Everything that is not said is shown.

const LISTS = ["test", "outcome", "change", "proof", "known"];
const TEXTS = ["p", "client", "server", "show", "vs"];

export function readState(hash) {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  const state = {};
  for (const key of TEXTS) state[key] = values.get(key) ?? "";
  for (const key of LISTS) state[key] = (values.get(key) ?? "").split(",").filter(Boolean);
  return state;
}

export function writeState(state) {
  const values = new URLSearchParams();
  for (const key of [...TEXTS, ...LISTS]) {
    const text = String(state[key] ?? "");
    if (text) values.set(key, text);
  }
  return "#" + values;
}

export const toggled = (list, value) => (list.includes(value) ? list.filter((it) => it !== value) : [...list, value]);
