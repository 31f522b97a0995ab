package dev.interop.tap;

/**
 * The points of one document, without those of its subtests.
 *
 * @param points all
 * @param passed printed {@code ok}, with any directive
 * @param notOk printed {@code not ok}, with any directive
 * @param skipped with the directive SKIP
 * @param todo with the directive TODO
 * @param failed printed {@code not ok} without a directive: those that fail the document
 */
public record TapCounts(long points, long passed, long notOk, long skipped, long todo, long failed) {}
