package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.BindResult;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.moniker.Moniker;
import org.bindhost.storage.LockBytes;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each type of result, bound in each way, on real threads because some wait: D-01 to D-04, D-09,
 * D-21, D-25.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ResultKindsTest {

    private static final List<Class<?>> READ =
            List.of(
                    InputStream.class,
                    ReadableByteChannel.class,
                    SeekableByteChannel.class,
                    LockBytes.class,
                    Path.class,
                    Flow.Publisher.class);
    private static final List<Class<?>> WRITTEN =
            List.of(OutputStream.class, WritableByteChannel.class);
    private static final int LENGTH = 400_000; // more than two portions of a pull

    @TempDir Path directory;

    private final ScriptedDriver driver = new ScriptedDriver();
    private final Moniker name = Moniker.of(driver.part("a"));
    private final byte[] content = new byte[LENGTH];
    private BindCore core;
    private BindContext context;

    @BeforeEach
    void open() throws IOException {
        new Random(5).nextBytes(content);
        core = BindCore.open("test", CoreSettings.defaults(directory), List.of(driver));
        context = core.binder().createBindContext(BindOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        context.close();
        core.close();
        assertThat(directory).isEmptyDirectory();
    }

    private static Stream<Arguments> each(List<Class<?>> types, BindInfo... ways) {
        return types.stream().flatMap(type -> Stream.of(ways).map(way -> Arguments.of(type, way)));
    }

    static Stream<Arguments> readings() {
        return each(READ, BindInfo.SYNCHRONOUS, BindInfo.PULL, BindInfo.PUSH);
    }

    static Stream<Arguments> writings() {
        return each(WRITTEN, BindInfo.SYNCHRONOUS, BindInfo.PUSH);
    }

    /** All types there are, each in the mode that has it not, and one that no mode has. */
    static Stream<Arguments> misfits() {
        Stream<Arguments> read =
                Stream.concat(WRITTEN.stream(), Stream.of(String.class))
                        .map(type -> Arguments.of(type, Mode.READ));
        Stream<Arguments> written =
                Stream.concat(READ.stream(), Stream.of(String.class))
                        .map(type -> Arguments.of(type, Mode.WRITE));
        return Stream.concat(read, written);
    }

    /** The same bytes, callbacks in the same order, and one result, given once. */
    @ParameterizedTest
    @MethodSource("readings")
    void whatIsReadIsTheSameInEachWay(Class<?> type, BindInfo way) throws Exception {
        driver.on("a").content(content);
        var contents = new ConcurrentLinkedQueue<Object>();
        var recorder = new Recorder(way);
        recorder.when("data", () -> contents.add(recorder.data().orElseThrow().content()));
        context.registerCallback(recorder);

        BindResult<?> result = core.binder().bindToStorage(name, context, type);
        Object value = result.await();
        byte[] read = AllBytes.of(value);
        recorder.stopped().toCompletableFuture().get();

        assertThat(read).isEqualTo(content);
        assertThat(result)
                .isInstanceOf(
                        way.equals(BindInfo.SYNCHRONOUS)
                                ? BindResult.Bound.class
                                : BindResult.Started.class);
        assertThat(value).isInstanceOf(type);
        assertThat(contents).isNotEmpty().allMatch(each -> each == value);
        assertThat(recorder.heard()).filteredOn(heard -> heard.contains("first")).hasSize(1);
        assertThat(recorder.heard().stream().filter(ResultKindsTest::isOnceOnly))
                .map(heard -> heard.replace("first,", ""))
                .containsExactly(
                        "info",
                        "start",
                        "progress:MIME_TYPE_AVAILABLE application/octet-stream",
                        "progress:BEGIN_DOWNLOAD_DATA script:a",
                        "progress:END_DOWNLOAD_DATA script:a",
                        "data:last:" + LENGTH,
                        "stop:COMPLETED " + LENGTH);
    }

    /** How often the others come depends on how the bytes do. */
    private static boolean isOnceOnly(String heard) {
        return !heard.startsWith("progress:DOWNLOADING")
                && !heard.startsWith("progress:UPLOADING")
                && (!heard.startsWith("data") || heard.contains("last"));
    }

    @ParameterizedTest
    @MethodSource("writings")
    void whatIsWrittenIsTheSameInEachWay(Class<?> type, BindInfo way) throws Exception {
        var recorder = new Recorder(way);
        context.setOptions(BindOptions.DEFAULT.withMode(Mode.WRITE));
        context.registerCallback(recorder);

        BindResult<?> result = core.binder().bindToStorage(name, context, type);
        write(result.await());
        recorder.stopped().toCompletableFuture().get();

        assertThat(result)
                .isInstanceOf(
                        way.equals(BindInfo.SYNCHRONOUS)
                                ? BindResult.Bound.class
                                : BindResult.Started.class);
        assertThat(recorder.heard().stream().filter(ResultKindsTest::isOnceOnly))
                .containsExactly(
                        "info",
                        "start",
                        "progress:BEGIN_UPLOAD_DATA script:a",
                        "progress:END_UPLOAD_DATA script:a",
                        "stop:COMPLETED " + LENGTH);
        assertThat(written()).isEqualTo(content);
    }

    private void write(Object target) throws IOException {
        if (target instanceof OutputStream out) {
            out.write(content);
            out.close();
        } else if (target instanceof WritableByteChannel channel) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.close();
        }
    }

    private byte[] written() throws Exception {
        var reading = core.binder().createBindContext(BindOptions.DEFAULT);
        byte[] bytes =
                AllBytes.of(core.binder().bindToStorage(name, reading, InputStream.class).await());
        reading.close();
        return bytes;
    }

    /** D-04: nothing is asked of the driver. */
    @ParameterizedTest
    @MethodSource("misfits")
    void anyOtherTypeIsUnsupportedAndNothingIsAskedFor(Class<?> type, Mode mode) {
        driver.on("a").content(content);
        var recorder = new Recorder(BindInfo.PULL);
        context.registerCallback(recorder);
        context.setOptions(BindOptions.DEFAULT.withMode(mode));

        assertThatThrownBy(() -> core.binder().bindToStorage(name, context, type))
                .isInstanceOf(BindException.class)
                .hasFieldOrPropertyWithValue("reason", Reason.UNSUPPORTED)
                .hasMessageContainingAll("script:a", type.getName());

        assertThat(recorder.heard()).containsExactly("info");
        assertThat(driver.requests()).isEmpty();
    }
}
