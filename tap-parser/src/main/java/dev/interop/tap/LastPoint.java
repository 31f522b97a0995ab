package dev.interop.tap;

/**
 * The point that a subtest is compared with when it ends.
 *
 * @param line the number of the point's line
 * @param offset the offset of the point's line
 * @param id the effective number
 * @param description the description, shortened
 * @param passes whether it was printed as {@code ok} without a directive
 */
record LastPoint(long line, long offset, long id, String description, boolean passes) {

    static LastPoint of(TapEvent.Point point) {
        return new LastPoint(
                point.line(),
                point.offset(),
                point.id(),
                Kept.text(point.description()),
                point.ok() && point.directive().isEmpty());
    }
}
