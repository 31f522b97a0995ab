/** What a published site shows: stored runs merged, compared with earlier ones, as the front page's data. */
@NullMarked
package dev.interop.report.site;

import org.jspecify.annotations.NullMarked;
