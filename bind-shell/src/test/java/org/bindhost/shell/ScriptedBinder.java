package org.bindhost.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindProgress;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binder;
import org.bindhost.bind.Resumption;
import org.bindhost.moniker.Moniker;

/** Binds names by a script for each, on the caller's thread. */
final class ScriptedBinder implements Binder {

    private final Map<String, Script> scripts = new HashMap<>();
    private final Map<String, byte[]> written = new HashMap<>();
    private final List<ListedContext> contexts = new ArrayList<>();
    private Optional<ScriptedBinding> last = Optional.empty();

    void serve(String name, Script script) {
        scripts.put(name, script);
    }

    byte[] written(String name) {
        return written.getOrDefault(name, new byte[0]);
    }

    boolean hasWritten(String name) {
        return written.containsKey(name);
    }

    List<ListedContext> contexts() {
        return contexts;
    }

    ScriptedBinding last() {
        return last.orElseThrow();
    }

    @Override
    public BindContext createBindContext(BindOptions options) {
        ListedContext context = new ListedContext(options);
        contexts.add(context);
        return context;
    }

    @Override
    public <T> BindResult<T> bindToStorage(Moniker moniker, BindContext context, Class<T> type)
            throws BindException {
        String name = moniker.displayName();
        ScriptedBinding binding = new ScriptedBinding(moniker);
        ((ListedContext) context).add(binding);
        last = Optional.of(binding);
        boolean writes = type == OutputStream.class;
        Script script =
                Optional.ofNullable(scripts.get(name))
                        .orElse(writes ? Script.of("") : missing(name));
        if (script.ending() == Script.Ending.REFUSES) {
            throw script.failure().orElseThrow();
        }
        if (writes) {
            return new BindResult.Bound<>(binding, type.cast(new Kept(name, binding)));
        }
        BindInfo info = begin(context.callback().orElseThrow(), binding, script);
        Script rest = rest(script, info);
        binding.resumption(script.state().map(state -> place(script, state)));
        Object result =
                type == InputStream.class
                        ? stream(rest, binding)
                        : new ScriptedPublisher(rest, binding);
        return new BindResult.Started<>(
                binding, CompletableFuture.completedStage(type.cast(result)));
    }

    private static Script missing(String name) {
        return Script.refusing(new BindException(Reason.NOT_FOUND, "nothing is named " + name));
    }

    /** What has changed fails before a byte comes. */
    private static Script rest(Script script, BindInfo info) {
        if (info.resumption().isEmpty()) {
            return script;
        }
        Resumption earlier = info.resumption().get();
        boolean isSame = script.state().filter(earlier.validator()::equals).isPresent();
        return isSame
                ? script.from(earlier.offset())
                : Script.breakingOff("", new BindException(Reason.CHANGED, "it has changed"));
    }

    private static Resumption place(Script script, String state) {
        return new Resumption(0, script.bytes().length, state, "http://h/a");
    }

    private static BindInfo begin(
            BindStatusCallback callback, ScriptedBinding binding, Script script)
            throws BindException {
        BindInfo info = callback.getBindInfo();
        callback.onStartBinding(binding);
        OptionalLong length = OptionalLong.of(script.bytes().length);
        callback.onProgress(
                new BindProgress(BindStatus.MIME_TYPE_AVAILABLE, script.mediaType(), 0, length));
        callback.onProgress(new BindProgress(BindStatus.BEGIN_DOWNLOAD_DATA, "", 0, length));
        return info;
    }

    private static InputStream stream(Script script, ScriptedBinding binding) {
        InputStream bytes = new ByteArrayInputStream(script.bytes());
        if (script.ending() == Script.Ending.FAILS) {
            BindException failure = script.failure().orElseThrow();
            binding.fail(failure);
            return new SequenceInputStream(bytes, new Broken(failure));
        }
        binding.complete(script.bytes().length);
        return bytes;
    }

    @Override
    public <T> BindResult<T> bindToObject(Moniker moniker, BindContext context, Class<T> type) {
        throw new UnsupportedOperationException("no verb binds to objects");
    }

    /** A stream that fails at its first byte. */
    private static final class Broken extends InputStream {
        private final BindException failure;

        Broken(BindException failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw new IOException(failure);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            throw new IOException(failure);
        }
    }

    /** What is written appears when it is closed, unless it was aborted. */
    private final class Kept extends ByteArrayOutputStream {
        private final String name;
        private final ScriptedBinding binding;

        Kept(String name, ScriptedBinding binding) {
            this.name = name;
            this.binding = binding;
        }

        @Override
        public void close() {
            if (binding.result().isEmpty()) {
                written.put(name, toByteArray());
                binding.complete(size());
            }
        }
    }
}
