/**
 * The container engine, as few calls as the testbed needs, each with a limit of its own. Testcontainers finds the engine
 * and connects to it. Its {@code GenericContainer} is not used: it goes through a client that is one for the whole process,
 * starts Ryuk (an image that cannot be had without a registry) unless an environment variable says otherwise, which
 * cannot be set from within an IDE's or Surefire's test process, and creates, copies and starts in one go, while a cell
 * prepares three containers before it starts any.
 */
@NullMarked
package dev.interop.testbed.docker;

import org.jspecify.annotations.NullMarked;
