package org.bindhost.core.spool;

import java.nio.ByteBuffer;

/** Some bytes of a resource that lie together in a page. Guarded by the lock of its spool. */
final class Piece {

    final long start;
    private final ByteBuffer page; // filled up to its position
    private final PagePool pool;
    private int pins;
    private boolean dropped;

    /** Nothing is added to it any more. */
    boolean sealed;

    Piece(long start, ByteBuffer page, PagePool pool) {
        this.start = start;
        this.page = page;
        this.pool = pool;
    }

    long end() {
        return start + page.position();
    }

    int length() {
        return page.position();
    }

    int room() {
        return sealed ? 0 : page.remaining();
    }

    void add(ByteBuffer bytes) {
        page.put(bytes);
    }

    /** What it has from an offset on; valid while it is pinned. */
    ByteBuffer view(long offset) {
        int from = Math.toIntExact(offset - start);
        return page.duplicate().flip().position(from).slice().asReadOnlyBuffer();
    }

    /** Somebody looks at its bytes, so that the page must not be used for others. */
    void pin() {
        pins++;
    }

    void unpin() {
        pins--;
        giveBack();
    }

    /** The spool has no use for it any more. */
    void drop() {
        dropped = true;
        giveBack();
    }

    private void giveBack() {
        if (dropped && pins == 0) {
            pool.give(page);
        }
    }
}
