package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Content;
import org.junit.jupiter.api.Test;

/**
 * Names that follow others need them. These tests are about classes that were handed in with
 * something to the left, and pass for all others.
 */
abstract class ItemTests extends DemandTests {

    @Test
    final void whatFollowsOthersIsNotClaimedAtTheHead() {
        if (subject().items().isPresent()) {
            for (var name : names()) {
                assertThat(subject().atTheHead(name).found()).as(name).isEmpty();
            }
        }
    }

    @Test
    final void standingAloneItIsNotBindable() {
        if (subject().items().isPresent()) {
            var alone = new PlainRequest(subject().part(largest()));

            assertThatThrownBy(() -> subject().read(subject().open(alone)))
                    .hasFieldOrPropertyWithValue("reason", Reason.NOT_BINDABLE)
                    .message()
                    .isNotBlank();
        }
    }

    @Test
    final void theFailureOfItsLeftIsItsOwn() {
        if (subject().items().isPresent()) {
            var failure = new BindException(Reason.STALLED, "the left has stalled");
            var left = ReadyOperand.failing(subject().left().moniker(), failure);
            var request = subject().request(largest()).with(left);

            try {
                subject().read(subject().open(request)).cancel();
                assertThat(left.isAsked()).as("went on without its left").isFalse();
            } catch (BindException e) {
                assertThat(e.reason()).isEqualTo(Reason.STALLED);
            }
        }
    }

    /** Else each part of a long name would hold a thread that the parts to its left need. */
    @Test
    final void itsLeftIsNotWaitedFor() throws Exception {
        if (subject().items().isPresent()) {
            var late = new LateOperand(subject().left());
            var request = subject().request(largest()).with(late);
            var answer = new AtomicReference<CompletionStage<Content>>();
            subject().inParallel(List.of(done(() -> answer.set(subject().tested().open(request)))));

            late.arrive();

            assertThat(subject().read(subject().await(answer.get())).start().readAll(() -> 100))
                    .isEqualTo(contents().get(largest()));
        }
    }
}
