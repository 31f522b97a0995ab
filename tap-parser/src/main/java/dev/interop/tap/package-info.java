/**
 * A streaming parser and writer of the Test Anything Protocol, version 14, usable without the engine.
 *
 * <p>{@link dev.interop.tap.TapParser} takes bytes and reports events; {@link dev.interop.tap.Tap} reads whole sources;
 * {@link dev.interop.tap.TapDocument} is what remains of a stream; {@link dev.interop.tap.TapWriter} writes it. This
 * package needs nothing but the JDK.
 */
package dev.interop.tap;
