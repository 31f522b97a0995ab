package dev.interop.tap;

/**
 * The numbers of points of one document, without those of its subtests.
 *
 * @param points all points
 * @param passed points printed as {@code ok}, with any directive
 * @param notOk points printed as {@code not ok}, with any directive
 * @param skipped points with the directive SKIP
 * @param todo points with the directive TODO
 * @param failed points printed as {@code not ok} without a directive, which fail the document
 */
public record TapCounts(long points, long passed, long notOk, long skipped, long todo, long failed) {}
