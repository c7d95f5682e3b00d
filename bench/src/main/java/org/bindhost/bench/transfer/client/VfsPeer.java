package org.bindhost.bench.transfer.client;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.FileSystemOptions;
import org.apache.commons.vfs2.cache.NullFilesCache;
import org.apache.commons.vfs2.impl.DefaultFileSystemManager;
import org.apache.commons.vfs2.provider.http5.Http5FileProvider;
import org.apache.commons.vfs2.provider.http5.Http5FileSystemConfigBuilder;

/**
 * Commons VFS 2 over Apache's client 5. It blocks, and so has a thread for each body; and its file
 * systems of http are not safe for threads, so that each thread has its own.
 */
final class VfsPeer implements Client {

    private static final int CONNECTIONS = 16;
    private static final int TOTAL_CONNECTIONS = 64;

    private final DefaultFileSystemManager manager = new DefaultFileSystemManager();
    private final ThreadLocal<FileSystemOptions> options = ThreadLocal.withInitial(VfsPeer::own);
    private final ExecutorService threads = Executors.newFixedThreadPool(TOTAL_CONNECTIONS);

    VfsPeer() throws Exception {
        manager.addProvider("http", new Http5FileProvider());
        manager.setFilesCache(new NullFilesCache());
        manager.init();
    }

    /** Options that no other thread has make a file system that no other thread has. */
    private static FileSystemOptions own() {
        var own = new FileSystemOptions();
        var builder = Http5FileSystemConfigBuilder.getInstance();
        builder.setMaxConnectionsPerHost(own, CONNECTIONS);
        builder.setMaxTotalConnections(own, TOTAL_CONNECTIONS);
        builder.setUserAgent(own, "vfs-" + Thread.currentThread().getId());
        return own;
    }

    @Override
    public InputStream stream(String url) throws Exception {
        FileObject file = manager.resolveFile(url, options.get());
        return file.getContent().getInputStream();
    }

    @Override
    public CompletionStage<Long> start(String url) {
        var done = new CompletableFuture<Long>();
        threads.execute(
                () -> {
                    try {
                        done.complete(read(url, Form.STREAM));
                    } catch (Exception e) { // whatever it is, who waits must hear of it
                        done.completeExceptionally(e);
                    }
                });
        return done;
    }

    @Override
    public long save(String url) throws Exception {
        var file = Client.newFile();
        try (var in = stream(url)) {
            return Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        manager.close();
    }
}
