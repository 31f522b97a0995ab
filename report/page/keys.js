// Arrow keys: one letter has the tab stop, the others are reached from it.

const letters = (root) => [...root.querySelectorAll("a.l")];

/** The letter above or below: same column, the nearest at the same height within the field's next line or row. */
function vertical(root, from, sign) {
  const at = from.getBoundingClientRect();
  const distance = (it) => {
    const box = it.getBoundingClientRect();
    const down = (box.top - at.top) * sign;
    return down < 4 ? Infinity : down * 4 + Math.abs(box.left - at.left) * 40;
  };
  let best, least = Infinity;
  for (const it of letters(root)) {
    const far = distance(it);
    if (far < least) [best, least] = [it, far];
  }
  return best;
}

export function moved(root, from, event) {
  const all = letters(root);
  const row = [...from.closest("tr").querySelectorAll("a.l")];
  switch (event.key) {
    case "ArrowRight": return all[all.indexOf(from) + 1];
    case "ArrowLeft": return all[all.indexOf(from) - 1];
    case "ArrowDown": return vertical(root, from, 1);
    case "ArrowUp": return vertical(root, from, -1);
    case "Home": return event.ctrlKey ? all[0] : row[0];
    case "End": return event.ctrlKey ? all.at(-1) : row.at(-1);
    default: return undefined;
  }
}

export function takeTabStop(root, letter) {
  root.querySelectorAll('a.l[tabindex="0"]').forEach((it) => (it.tabIndex = -1));
  if (letter) letter.tabIndex = 0;
}
