// Where a cell's page is: beside this page, or within it where all is one file.

export function pages(document) {
  const packed = document.getElementById("report");
  if (!packed) return { inside: false, hrefOf: (page) => `awesome/index.html#${page}` };
  let address;
  return {
    inside: true,
    hrefOf: (page) => `#cell=${page}`,
    async open(frame, page) {
      address ??= await unpacked(packed.textContent);
      frame.src = `${address}#${page}`;
    },
  };
}

async function unpacked(base64) {
  const bytes = Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const html = await new Response(stream).arrayBuffer();
  return URL.createObjectURL(new Blob([html], { type: "text/html" }));
}
