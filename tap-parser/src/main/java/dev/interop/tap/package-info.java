/**
 * A streaming parser and writer of the Test Anything Protocol, version 14, usable without the engine.
 *
 * <p>{@link dev.interop.tap.TapParser} reads bytes and reports events; {@link dev.interop.tap.Tap} reads whole sources;
 * {@link dev.interop.tap.TapDocument} is a stream in memory; {@link dev.interop.tap.TapWriter} writes it. This
 * package needs only the JDK.
 */
package dev.interop.tap;
