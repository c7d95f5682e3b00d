package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.testkit.ManualClock;
import org.bindhost.testkit.TurnByTurn;
import org.eclipse.jetty.io.Content.Chunk;
import org.junit.jupiter.api.Test;

/** A body that is sent, with its thread and the time in the test's hand. */
class OutgoingBodyTest {

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final int PIECE = 16 * 1024;

    private final TurnByTurn threads = new TurnByTurn();
    private final ManualClock clock = new ManualClock();

    private OutgoingBody body(Sent sent) throws BindException {
        var head = OutgoingHead.of("POST http://host/a", sent);
        return new OutgoingBody(head, sent, threads, clock);
    }

    private Chunk next(OutgoingBody body) {
        body.demand(() -> {});
        threads.runAll();
        return body.read();
    }

    @Test
    void nothingIsReadBeforeItIsWanted() throws Exception {
        var sent = new Sent(Long.MAX_VALUE);
        var body = body(sent);

        assertThat(body.read()).isNull();
        threads.runAll();

        assertThat(sent.opened).hasValue(0);
    }

    @Test
    void oneWishIsForOnePieceAndNoMore() throws Exception {
        var sent = new Sent(Long.MAX_VALUE);
        var body = body(sent);

        for (long round = 1; round <= 100; round++) {
            assertThat(next(body).remaining()).isEqualTo(PIECE);
            assertThat(sent.given).hasValue(round * PIECE);
        }
    }

    /** All pieces lie in one buffer; the one before has been sent by then. */
    @Test
    void noMoreThanOnePieceIsInMemory() throws Exception {
        var body = body(new Sent(Long.MAX_VALUE));

        var first = next(body).getByteBuffer();
        var second = next(body).getByteBuffer();

        assertThat(second).isSameAs(first);
    }

    @Test
    void theLastPieceIsKnownByTheLength() throws Exception {
        var body = body(new Sent(PIECE + 1).announcing(PIECE + 1));

        assertThat(next(body).isLast()).isFalse();
        assertThat(body.isTaken()).isFalse();
        assertThat(next(body).isLast()).isTrue();
        assertThat(body.isTaken()).isTrue();
    }

    /** Or the server would have all it was told of, and take it for good. */
    @Test
    void aByteTooManyIsNoticedBeforeTheLastPieceIsSent() throws Exception {
        var body = body(new Sent(PIECE + 1).announcing(PIECE));

        assertThat(Chunk.isFailure(next(body))).isTrue();
    }

    @Test
    void whatIsGivenUpBeforeItIsOpenedStaysClosed() throws Exception {
        var sent = new Sent(100);
        var body = body(sent);
        body.demand(() -> {});

        body.fail(new BindException(Reason.ABORTED, "enough"));
        threads.runAll();

        assertThat(sent.opened).hasValue(0);
        assertThat(Chunk.isFailure(body.read())).isTrue();
    }

    @Test
    void whatIsGivenUpInTheMiddleIsClosed() throws Exception {
        var sent = new Sent(Long.MAX_VALUE);
        var body = body(sent);
        next(body);
        assertThat(sent.isClosed()).isFalse();

        body.close();

        assertThat(sent.isClosed()).isTrue();
    }

    @Test
    void timeCountsFromEachPieceThatWasTaken() throws Exception {
        var body = body(new Sent(Long.MAX_VALUE));
        next(body);

        clock.advance(Duration.ofSeconds(59));
        assertThat(body.left(MOST)).isEqualTo(Duration.ofSeconds(1));

        next(body);
        assertThat(body.left(MOST)).isEqualTo(MOST);
        clock.advance(MOST);
        assertThat(body.left(MOST)).isZero();
    }

    /** A client may take its time: the server is not to blame. */
    @Test
    void noTimePassesWhileTheClientIsWaitedFor() throws Exception {
        var body = body(new Sent(Long.MAX_VALUE));
        next(body);

        body.demand(() -> {});
        clock.advance(Duration.ofHours(1));

        assertThat(body.left(MOST)).isEqualTo(MOST);
    }
}
