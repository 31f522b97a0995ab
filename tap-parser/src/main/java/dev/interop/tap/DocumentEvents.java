package dev.interop.tap;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

/** Iterates the events of a document in the order of TAP 14. Uses a stack, since recursion could overflow. */
final class DocumentEvents implements Iterator<TapEvent> {

    private final Deque<Place> open = new ArrayDeque<>();
    private final Deque<TapEvent> ready = new ArrayDeque<>();

    DocumentEvents(TapDocument document) {
        open.push(new Place(document, 0));
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !open.isEmpty()) {
            advance(open.element());
        }
        return !ready.isEmpty();
    }

    @Override
    public TapEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void advance(Place place) {
        if (!place.hasLine() || place.line() instanceof TapEvent.BailOut) {
            if (place.hasOrphan()) {
                enter(place.nextOrphan(), place.depth + 1);
                return;
            }
        }
        if (!place.hasLine()) {
            leave(place);
            return;
        }
        if (place.line() instanceof TapEvent.Point && place.hasSubtest()) {
            enter(place.takeSubtest(), place.depth + 1);
            return;
        }
        ready.add(place.nextLine());
    }

    private void enter(TapDocument subtest, int depth) {
        open.push(new Place(subtest, depth));
        ready.add(new TapEvent.SubtestStart(0, 0, depth, "", subtest.name(), kind(subtest)));
    }

    private void leave(Place place) {
        open.remove();
        TapDocument document = place.document;
        ready.add(
                place.depth == 0
                        ? new TapEvent.End(0, 0, 0, "", document.result())
                        : new TapEvent.SubtestEnd(
                                0, 0, place.depth, "", document.name(), kind(document), true, document.result()));
    }

    /** The kind to write: a subtest in braces is written as a commented one. */
    private static SubtestKind kind(TapDocument subtest) {
        if (subtest.kind() != SubtestKind.BUFFERED) {
            return subtest.kind();
        }
        return subtest.name().isEmpty() ? SubtestKind.BARE : SubtestKind.COMMENTED;
    }

    /** How far a document has been read. */
    private static final class Place {
        private final TapDocument document;
        private final int depth;
        private final Iterator<TapDocument> orphans;
        private int line;
        private int point;
        private boolean subtestTaken;

        Place(TapDocument document, int depth) {
            this.document = document;
            this.depth = depth;
            this.orphans = orphans(document);
        }

        boolean hasLine() {
            return line < document.lines().size();
        }

        TapEvent line() {
            return document.lines().get(line);
        }

        TapEvent nextLine() {
            TapEvent next = document.lines().get(line++);
            if (next instanceof TapEvent.Point) {
                point++;
                subtestTaken = false;
            }
            return next;
        }

        boolean hasSubtest() {
            return !subtestTaken && document.points().get(point).subtest().isPresent();
        }

        TapDocument takeSubtest() {
            subtestTaken = true;
            return document.points().get(point).subtest().orElseThrow();
        }

        boolean hasOrphan() {
            return orphans.hasNext();
        }

        TapDocument nextOrphan() {
            return orphans.next();
        }

        private static Iterator<TapDocument> orphans(TapDocument document) {
            Set<TapDocument> spokenFor = Collections.newSetFromMap(new IdentityHashMap<>());
            document.points().forEach(point -> point.subtest().ifPresent(spokenFor::add));
            return document.subtests().stream()
                    .filter(subtest -> !spokenFor.contains(subtest))
                    .iterator();
        }
    }
}
