package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.bind.DelegatingBindStatusCallback;
import org.bindhost.bind.Priority;
import org.bindhost.core.CoreSettings;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who says how urgent a bind is, and what comes of it: F-03 to F-05. */
class PriorityTest {

    private static final Priority HEAVY = new Priority(Priority.URGENT.priorityClass(), 200);

    @TempDir Path directory;

    private EngineFixture fixture;
    private Binding holder;

    /** An engine with one place, which is taken by somebody as urgent as the most urgent. */
    @BeforeEach
    void takeThePlace() throws BindException {
        fixture = new EngineFixture(new CoreSettings(1, 0, 1 << 20, 1 << 20, directory));
        holder = bind("holder", answering(Priority.URGENT));
    }

    /** Who says that a bind is urgent, and when. */
    enum Way {
        OPTIONS,
        CALLBACK,
        START,
        LATER
    }

    private Binding bind(String name, BindStatusCallback callback) throws BindException {
        fixture.driver.on(name).hold();
        Binding binding = fixture.bind(name, callback, InputStream.class).binding();
        fixture.runAll();
        return binding;
    }

    private static BindStatusCallback usual() {
        return new Recorder(BindInfo.PUSH);
    }

    private static BindStatusCallback answering(Priority priority) {
        return new DelegatingBindStatusCallback(usual()) {
            @Override
            public Optional<Priority> priority() {
                return Optional.of(priority);
            }
        };
    }

    private Binding bindUrgently(String name, Way way) throws BindException {
        if (way == Way.OPTIONS) {
            fixture.context.setOptions(BindOptions.DEFAULT.withPriority(Priority.URGENT));
        }
        var recorder = new Recorder(BindInfo.PUSH);
        if (way == Way.START) {
            recorder.when(
                    "start", () -> recorder.binding().orElseThrow().setPriority(Priority.URGENT));
        }
        Binding binding = bind(name, way == Way.CALLBACK ? answering(Priority.URGENT) : recorder);
        if (way == Way.LATER) {
            binding.setPriority(Priority.URGENT);
            fixture.runAll();
        }
        return binding;
    }

    private List<String> opened() {
        return fixture.driver.requests().stream().map(request -> request.name().key()).toList();
    }

    /** F-03, F-05: it counts from the first turn on, whoever says it. */
    @ParameterizedTest
    @EnumSource
    void whoeverIsUrgentIsOpenedFirst(Way way) throws BindException {
        bind("usual", usual());
        Binding urgent = bindUrgently("urgent", way);
        assertThat(opened()).containsExactly("holder");

        holder.abort();
        fixture.runAll();
        assertThat(opened()).containsExactly("holder", "urgent");
        urgent.abort();
        fixture.runAll();

        assertThat(opened()).containsExactly("holder", "urgent", "usual");
    }

    /** F-04, F-05. */
    @Test
    void itIsNormalUntilSomebodySaysOtherwiseAndIsReadBack() throws BindException {
        Binding plain = bind("a", usual());
        assertThat(plain.priority()).isEqualTo(Priority.NORMAL);

        fixture.context.setOptions(BindOptions.DEFAULT.withPriority(Priority.BACKGROUND));
        assertThat(bind("b", usual()).priority()).isEqualTo(Priority.BACKGROUND);
        assertThat(bind("c", answering(Priority.URGENT)).priority()).isEqualTo(Priority.URGENT);

        plain.setPriority(HEAVY);
        assertThat(plain.priority()).isEqualTo(HEAVY);
    }

    /** F-04: it orders, and changes neither outcome nor thread. */
    @Test
    void itChangesNeitherOutcomeNorThread() throws BindException {
        holder.abort();
        fixture.driver.on("a").content("abc");
        int threadsOwn = Thread.currentThread().getPriority();

        for (Priority priority : List.of(Priority.BACKGROUND, Priority.NORMAL, HEAVY)) {
            var recorder = new Recorder(BindInfo.PUSH);
            recorder.when(
                    "",
                    () -> assertThat(Thread.currentThread().getPriority()).isEqualTo(threadsOwn));
            fixture.context.setOptions(BindOptions.DEFAULT.withPriority(priority));
            fixture.bind("a", recorder, InputStream.class);
            fixture.runAll();

            assertThat(recorder.heard()).endsWith("data:first,last:3", "stop:COMPLETED 3");
        }
    }
}
