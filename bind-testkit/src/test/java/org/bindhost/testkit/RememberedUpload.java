package org.bindhost.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Upload;

/** An upload that tells what was committed. */
final class RememberedUpload implements Upload {

    private final Upload upload;
    private final Consumer<byte[]> onCommit;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    RememberedUpload(Upload upload, Consumer<byte[]> onCommit) {
        this.upload = upload;
        this.onCommit = onCommit;
    }

    @Override
    public void start(Demand demand) {
        upload.start(demand);
    }

    @Override
    public void write(ByteBuffer bytes) throws BindException {
        var copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        written.writeBytes(copy);
        upload.write(bytes);
    }

    @Override
    public CompletionStage<Void> commit() {
        onCommit.accept(written.toByteArray());
        return upload.commit();
    }

    @Override
    public void abort() {
        upload.abort();
    }
}
