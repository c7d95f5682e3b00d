package org.bindhost.testkit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.LeftOperand;

/**
 * What stands to the left of a name under test, and is there before anybody asks.
 *
 * <p><b>Threads.</b> Any thread may call any method.
 */
public final class ReadyOperand implements LeftOperand {

    private final Moniker moniker;
    private final Map<Class<?>, Object> forms;
    private final Optional<BindException> otherwise;
    private final AtomicBoolean asked = new AtomicBoolean();

    private ReadyOperand(
            Moniker moniker, Map<Class<?>, Object> forms, Optional<BindException> otherwise) {
        this.moniker = requireNonNull(moniker, "moniker");
        this.forms = forms;
        this.otherwise = otherwise;
    }

    /**
     * Creates an operand whose bytes are those of a file.
     *
     * @param moniker its name
     * @param file the file, handed out as {@link Path}
     * @return the operand
     */
    public static ReadyOperand file(Moniker moniker, Path file) {
        return of(moniker, Path.class, file);
    }

    /**
     * Creates an operand of some bytes.
     *
     * @param moniker its name
     * @param bytes the bytes
     * @param directory where a file with them is made, such as the temporary directory of the test
     * @return the operand, to be had as {@link Path}
     * @throws IOException if the file cannot be written
     */
    public static ReadyOperand bytes(Moniker moniker, byte[] bytes, Path directory)
            throws IOException {
        return file(moniker, Files.write(Files.createTempFile(directory, "left", ""), bytes));
    }

    /**
     * Creates an operand that is an object.
     *
     * @param moniker its name
     * @param type what it can be had as
     * @param object the object
     * @param <T> what it can be had as
     * @return the operand
     */
    public static <T> ReadyOperand of(Moniker moniker, Class<T> type, T object) {
        return new ReadyOperand(moniker, Map.of(type, object), Optional.empty());
    }

    /**
     * Creates an operand that cannot be had.
     *
     * @param moniker its name
     * @param failure why
     * @return the operand
     */
    public static ReadyOperand failing(Moniker moniker, BindException failure) {
        return new ReadyOperand(moniker, Map.of(), Optional.of(failure));
    }

    /**
     * Tells whether somebody wanted it.
     *
     * @return {@code true} if it was asked for as whatever it may be
     */
    public boolean isAsked() {
        return asked.get();
    }

    @Override
    public Moniker moniker() {
        return moniker;
    }

    @Override
    public <T> CompletionStage<T> as(Class<T> type) {
        asked.set(true);
        return Optional.ofNullable(forms.get(type))
                .map(form -> CompletableFuture.completedStage(type.cast(form)))
                .orElseGet(() -> CompletableFuture.failedStage(refusal(type)));
    }

    private BindException refusal(Class<?> type) {
        return otherwise.orElseGet(
                () ->
                        new BindException(
                                Reason.INTERMEDIATE_UNSUPPORTED,
                                moniker + " cannot be had as " + type.getName()));
    }
}
