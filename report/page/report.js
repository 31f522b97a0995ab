// Where a cell's page is: beside this page, or within it where all is one file.

/** Allure's addresses are ids and names; the matrix's own begin with the protocol, or are empty. */
const isMatrix = (hash) => hash.length < 2 || hash.startsWith("#p=");

export function pages(document) {
  const packed = document.getElementById("report");
  if (!packed) return { hrefOf: (page) => `awesome/index.html#${page}`, all: "awesome/index.html", leaves: () => false };
  let left = false;
  return {
    hrefOf: (page) => `#${page}`,
    all: "#/",
    /** Gives the document to Allure where the address is one of its own. A frame would have no storage on a disk. */
    leaves(hash) {
      if (left) return true;
      if (isMatrix(hash)) return false;
      left = true;
      unpacked(packed.textContent).then((html) => {
        document.open();
        document.write(html);
        document.close();
      });
      return true;
    },
  };
}

async function unpacked(base64) {
  const bytes = Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
