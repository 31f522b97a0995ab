/** Files by their endpoint, of paths such as ENDPOINT/FILE; a path without a file only names an endpoint. */
export function assignments(paths) {
    const files = new Map();
    for (const path of paths) {
        const [endpoint, ...rest] = path.split("/").filter(Boolean);
        if (!files.has(endpoint)) files.set(endpoint, []);
        if (rest.length > 0) files.get(endpoint).push(rest.join("/"));
    }
    return files;
}
