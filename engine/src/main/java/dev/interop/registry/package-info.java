/** The registry: implementations, their roles, images and versions. It does not depend on tests. */
@NullMarked
package dev.interop.registry;

import org.jspecify.annotations.NullMarked;
