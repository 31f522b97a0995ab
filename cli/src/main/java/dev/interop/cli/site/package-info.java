/** What a published site shows: stored runs merged, compared with earlier ones, as the front page's data. */
@NullMarked
package dev.interop.cli.site;

import org.jspecify.annotations.NullMarked;
