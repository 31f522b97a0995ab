"""Downloads the requested files in a browser, all in one page."""

import base64
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from .browser import Browser

DOWNLOADS = Path("/downloads")

# The body of an asynchronous function with the argument `urls`.
GET_ALL = """
const text = bytes => {
    let result = "";
    for (let at = 0; at < bytes.length; at += 32768) result += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return btoa(result);
};
const get = async url => {
    const response = await fetch(url, {cache: "no-store"});
    if (!response.ok) throw new Error(url + ": status " + response.status);
    return text(new Uint8Array(await response.arrayBuffer()));
};
return await Promise.all(urls.map(get));
"""


def main(environment: Mapping[str, str]) -> int:
    urls = environment["REQUESTS"].split()
    try:
        with Browser(sorted({urlsplit(url).netloc for url in urls}), environment) as browser:
            # The start script writes a line when the simulator runs; until then the browser has time to start.
            if not sys.stdin.readline():
                raise OSError("the simulator did not start")
            for url, body in zip(urls, browser.run(GET_ALL, urls), strict=True):
                (DOWNLOADS / Path(urlsplit(url).path).name).write_bytes(base64.b64decode(body))
    except OSError as failure:
        print(f"failed: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ))
