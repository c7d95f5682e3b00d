package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.spi.Content;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.Validator;
import org.bindhost.testkit.fault.Bytes;
import org.bindhost.testkit.fault.Entity;
import org.bindhost.testkit.fault.Fault;
import org.bindhost.testkit.fault.FaultServer;
import org.bindhost.testkit.fault.HeadFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * Proves that a driver of HTTP outlives what networks and servers do: each fault of a {@link
 * FaultServer} ends in the right bytes or in one failure, of a reason that fits, after none but
 * right bytes; and one of the next requests is answered as if nothing had been.
 *
 * <p>The author of a driver extends this class for each protocol that it speaks, hands in driver
 * and server, and runs it beside {@link MonikerClassTests}. A driver is made with time-outs that
 * are well below {@link #patience()}.
 */
public abstract class FaultTests {

    private static final int PORTION_BYTES = 10_000;
    private static final int TRIES = 2;
    private static final Entity HONEST = Entity.of(1, 2_000);

    private static final FaultCase PLAINLY =
            FaultCase.of(HONEST, Fault.NONE, FaultCase.Allowed.bytes(HONEST));

    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger askedAgain = new AtomicInteger();
    private Optional<Subject> prepared = Optional.empty();

    /** What is spoken. */
    public enum Protocol {
        /** HTTP/1.1, in clear text or over TLS. */
        HTTP_1_1,
        /** HTTP/2, likewise. */
        HTTP_2;

        /** Whether it has streams, so that an answer can end apart from its connection. */
        boolean hasStreams() {
            return this == HTTP_2;
        }
    }

    /** For the classes that extend this one. */
    protected FaultTests() {}

    /**
     * Returns the driver to test. Called before each test method.
     *
     * @return the driver
     * @throws Exception to fail the test
     */
    protected abstract MonikerClass monikerClass() throws Exception;

    /**
     * Returns the server to ask.
     *
     * @return the same server each time
     */
    protected abstract FaultServer server();

    /**
     * Returns what the driver speaks with that server.
     *
     * @return the protocol
     */
    protected abstract Protocol protocol();

    /**
     * Returns the name of what the server serves under a path.
     *
     * @param path the path, which begins with {@code '/'}
     * @return the name, such as the URL
     */
    protected abstract String name(String path);

    /**
     * Returns how long the driver may take for anything, its own time-outs included.
     *
     * @return how long, by default 20 seconds
     */
    protected Duration patience() {
        return Duration.ofSeconds(20);
    }

    @BeforeEach
    final void takeTheDriver() throws Exception {
        prepared = Optional.of(new Subject(monikerClass(), Optional.empty(), patience()));
    }

    @AfterEach
    final void letGoOfWhatWasRead(TestReporter reporter) {
        prepared.ifPresent(Subject::close);
        reporter.publishEntry("asked again", askedAgain + " of " + asked);
    }

    @TestFactory
    final Stream<DynamicTest> whatBreaksOffIsNeverTakenForWhole() {
        return tests(DeliveryCases.of(protocol().hasStreams()));
    }

    @TestFactory
    final Stream<DynamicTest> bytesAreNeverPutInAnotherPlaceOrMixed() {
        return tests(RangeCases.all());
    }

    @TestFactory
    final Stream<DynamicTest> aHeadThatShouldNotBeHarmsNobody() {
        return tests(HeadCases.of(protocol().hasStreams()));
    }

    @TestFactory
    final Stream<DynamicTest> codedBytesAreNeverTakenForPlainOnes() {
        return tests(CodingCases.all());
    }

    @Test
    final void whereItIsInsteadIsPassedOnAsItWasSaid() throws BindException {
        for (String elsewhere : List.of("/other?a=b", "http://host/a", "file:///etc/passwd")) {
            String path = path();
            server().put(path, HONEST, HeadFaults.redirect(302, elsewhere));

            Content content = subject().open(subject().request(name(path)));

            assertThat(content).isEqualTo(new Content.Redirect(elsewhere, true));
        }
    }

    @Test
    final void theServerWasAskedByTheProtocolUnderTest() throws BindException {
        String path = path();
        server().put(path, HONEST);
        subject().read(name(path)).start().readAll(() -> PORTION_BYTES);

        String spoken = protocol() == Protocol.HTTP_2 ? "HTTP/2" : "HTTP/1.1";
        assertThat(server().served())
                .last()
                .satisfies(last -> assertThat(last.request().protocol()).isEqualTo(spoken));
    }

    private Stream<DynamicTest> tests(List<FaultCase> cases) {
        return cases.stream()
                .map(it -> DynamicTest.dynamicTest(it.title(), () -> hasItsOutcome(it)));
    }

    private void hasItsOutcome(FaultCase it) throws BindException {
        String path = path();
        server().put(path, it.entity(), it.fault());

        FaultOutcome outcome = readFaulty(name(path), it);

        outcome.check(it);
        whatComesNextIsUnharmed(path, it.entity());
        server().remove(path);
    }

    /** What never came to the server, because it was sent where nobody is left, is asked again. */
    private FaultOutcome readFaulty(String name, FaultCase it) {
        server().forget();
        asked.incrementAndGet();
        FaultOutcome outcome = read(name, it);
        for (int tries = 1; tries < TRIES && server().served().isEmpty(); tries++) {
            askedAgain.incrementAndGet();
            outcome = read(name, it);
        }
        return outcome;
    }

    private FaultOutcome read(String name, FaultCase it) {
        var request = subject().request(name);
        it.ask().range().ifPresent(request::with);
        if (it.ask() == FaultCase.Ask.CODED) {
            request.with(
                    BindInfo.reading(
                            BindFlag.ASYNCHRONOUS, BindFlag.PULL_DATA, BindFlag.ACCEPT_CODINGS));
        }
        if (it.ask().isConditional()) {
            request.with(new Validator(it.entity().tag().orElseThrow(), true));
        }
        try {
            Content content = subject().open(request);
            DemandReader reader = subject().read(content);
            var failure = reader.start().readToEnd(() -> PORTION_BYTES);
            return new FaultOutcome(offset(content), Bytes.of(reader.received()), failure);
        } catch (BindException e) {
            return FaultOutcome.failed(e);
        }
    }

    private static long offset(Content content) {
        return content instanceof Content.Found found
                ? found.offset()
                : ((Content.Blocking) content).offset();
    }

    /**
     * Twice: what was left of one answer may come before the next but one. Until a driver knows
     * that a connection broke, it may send one more request there, which is then to be asked again;
     * but no byte of an answer may have come of that.
     */
    private void whatComesNextIsUnharmed(String path, Entity entity) throws BindException {
        byte[] right = entity.bytes().array(0, (int) entity.bytes().length());
        assertThat(readAgain(path, TRIES)).as("what comes next").isEqualTo(right);
        assertThat(readAgain(path, TRIES)).as("what comes after that").isEqualTo(right);
    }

    private byte[] readAgain(String path, int tries) throws BindException {
        asked.incrementAndGet();
        FaultOutcome outcome = read(name(path), PLAINLY);
        if (outcome.failure().isEmpty()) {
            return outcome.bytes().array(0, (int) outcome.bytes().length());
        }
        BindException failure = outcome.failure().get();
        if (tries <= 1) {
            throw failure;
        }
        assertThat(failure.reason()).as("%s", failure).isIn(Reason.BROKEN, Reason.PROTOCOL);
        assertThat(outcome.bytes().length()).as("bytes before %s", failure).isZero();
        askedAgain.incrementAndGet();
        return readAgain(path, tries - 1);
    }

    private String path() {
        return "/fault-" + number.incrementAndGet();
    }

    private Subject subject() {
        return prepared.orElseThrow();
    }
}
