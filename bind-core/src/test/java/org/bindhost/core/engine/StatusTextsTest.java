package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.announced;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.BindProgress;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each status says, in words and figures: D-07, D-13. */
class StatusTextsTest {

    @TempDir Path directory;

    private final Progress progress = new Progress();

    /** Writes down what is reported, with its figures: {@code STATUS text current/maximum}. */
    private static final class Progress implements BindStatusCallback {

        final List<String> reports = new ArrayList<>();

        @Override
        public BindInfo getBindInfo() {
            return BindInfo.PUSH;
        }

        @Override
        public void onProgress(BindProgress report) {
            OptionalLong maximum = report.maximum();
            String figures =
                    report.current() + "/" + (maximum.isPresent() ? maximum.getAsLong() : "?");
            reports.add(report.status() + " " + report.text() + " " + figures);
        }
    }

    private static ContentInfo ofUnknownLength() {
        return new ContentInfo(
                Optional.of("text/plain"),
                OptionalLong.empty(),
                Optional.empty(),
                Freshness.UNSAID,
                false);
    }

    @Test
    void aRedirectedTransferTellsItsWayItsTypeAndItsFigures() throws BindException {
        var fixture = new EngineFixture(directory);
        var open = fixture.driver.on("old").hold();
        var moved = fixture.driver.on("new").body(bytes("abcde"), announced(5), 0);
        fixture.bind("old", progress, InputStream.class);
        fixture.runAll();

        var status = open.request().orElseThrow().status();
        status.report(BindStatus.FINDING_RESOURCE, "host");
        status.report(BindStatus.CONNECTING, "10.0.0.1:80");
        status.report(BindStatus.SENDING_REQUEST, "script:old");
        open.complete(new Content.Redirect("script:new", true));
        fixture.runAll();
        moved.deliver(2);
        fixture.runAll();
        moved.deliver(2);
        fixture.runAll();
        moved.deliverAll();
        fixture.runAll();

        assertThat(progress.reports)
                .containsExactly(
                        "FINDING_RESOURCE host 0/?",
                        "CONNECTING 10.0.0.1:80 0/?",
                        "SENDING_REQUEST script:old 0/?",
                        "REDIRECTING script:new 0/?",
                        "MIME_TYPE_AVAILABLE text/plain 0/?",
                        "BEGIN_DOWNLOAD_DATA script:old 0/5",
                        "DOWNLOADING_DATA script:old 4/5",
                        "END_DOWNLOAD_DATA script:old 5/5");
    }

    /** Nothing is guessed. */
    @Test
    void aLengthThatIsNotAnnouncedStaysUnknown() throws BindException {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(bytes("abcde"), ofUnknownLength(), 0);
        fixture.bind("a", progress, InputStream.class);
        body.deliver(2);
        fixture.runAll();
        body.deliver(2);
        fixture.runAll();
        body.deliverAll();
        fixture.runAll();

        assertThat(progress.reports)
                .containsExactly(
                        "MIME_TYPE_AVAILABLE text/plain 0/?",
                        "BEGIN_DOWNLOAD_DATA script:a 0/?",
                        "DOWNLOADING_DATA script:a 4/?",
                        "END_DOWNLOAD_DATA script:a 5/?");
    }

    /** D-07: no connection, and the file itself. */
    @Test
    void whatIsALocalFileIsReportedAsThatFile() throws BindException {
        var fixture = new EngineFixture(directory);
        var channel = Channels.newChannel(new ByteArrayInputStream(bytes("abc")));
        Path file = Path.of("file.txt");
        fixture.driver
                .on("a")
                .answer(new Content.Blocking(announced(3), 0, channel, Optional.of(file)));

        fixture.bind("a", progress, InputStream.class);
        fixture.runAll();

        assertThat(progress.reports)
                .startsWith(
                        "MIME_TYPE_AVAILABLE text/plain 0/?",
                        "BEGIN_DOWNLOAD_DATA script:a 0/3",
                        "CACHE_FILE_NAME_AVAILABLE file.txt 0/?")
                .endsWith("END_DOWNLOAD_DATA script:a 3/3");
    }

    @Test
    void whatIsWrittenIsReportedWithItsFigures() throws Exception {
        var fixture = new EngineFixture(directory);
        fixture.threads.beOurs();
        fixture.context.setOptions(fixture.context.options().withMode(Mode.WRITE));
        var upload = fixture.driver.on("a").upload();
        var result = fixture.bind("a", progress, OutputStream.class);
        fixture.runAll();
        var out = result.content().toCompletableFuture().getNow(null);

        upload.ask(10);
        out.write(bytes("abc"));
        fixture.runAll();
        out.close();
        fixture.runAll();
        upload.finish();
        fixture.runAll();

        assertThat(progress.reports)
                .containsExactly(
                        "BEGIN_UPLOAD_DATA script:a 0/?",
                        "UPLOADING_DATA script:a 3/?",
                        "END_UPLOAD_DATA script:a 3/?");
    }
}
