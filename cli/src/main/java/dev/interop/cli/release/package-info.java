/** Lists the releases of packages, in order, as package registries have them. */
@NullMarked
package dev.interop.cli.release;

import org.jspecify.annotations.NullMarked;
