/** Checks one image against its endpoint contract, before it is added to a registry. */
@NullMarked
package dev.interop.cli.check;

import org.jspecify.annotations.NullMarked;
