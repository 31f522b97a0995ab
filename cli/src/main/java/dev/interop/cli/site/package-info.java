/** Prepares the data of a published site: merges stored runs and compares them with earlier ones. */
@NullMarked
package dev.interop.cli.site;

import org.jspecify.annotations.NullMarked;
