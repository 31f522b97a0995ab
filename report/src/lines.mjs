/**
 * Runs in Allure's page: log lines that a finding names become links to the pages of the logs, in Allure's list of links and
 * in the steps. Allure shows only absolute addresses as links, so they come with a host that stands for the site.
 */
export function linesAsLinks(document) {
  const LOGS = "https://site.invalid/logs/";
  const lines = new Map();

  /** Allure opens links in a new tab; these stay in the site. */
  const ownLinks = () => {
    for (const link of document.querySelectorAll(`a[href^="${LOGS}"]`)) {
      link.setAttribute("href", "../logs/" + link.getAttribute("href").slice(LOGS.length));
      link.removeAttribute("target");
      link.dataset.line = link.textContent;
    }
    lines.clear();
    for (const link of document.querySelectorAll("[data-testid=test-result-meta-link] a[data-line]")) {
      if (link.dataset.line === link.textContent) lines.set(link.textContent, link.getAttribute("href"));
    }
  };

  /** Texts are moved, not copied: Allure still finds and changes them. */
  const places = () => {
    for (const link of document.querySelectorAll("a[data-place]")) {
      if (lines.get(link.textContent) !== link.getAttribute("href")) link.replaceWith(...link.childNodes);
    }
    for (const place of document.querySelectorAll("[data-testid=metadata-item-value] span:not(:has(*))")) {
      const address = lines.get(place.textContent);
      if (address) {
        const link = document.createElement("a");
        link.setAttribute("href", address);
        link.dataset.place = "";
        link.append(...place.childNodes);
        place.append(link);
      }
    }
  };

  const look = () => {
    ownLinks();
    places();
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ["href"] });
}
