package org.example.zip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;

/**
 * A zip archive that is here as a file. While an entry is read, the archive's directory is in
 * memory, and of the entry no more than is asked for.
 *
 * @param name its name, for messages
 * @param file where it is
 */
record Archive(Moniker name, Path file) {

    /** Opens an entry; closing the channel of the answer closes the archive. */
    Content open(String entry) throws BindException {
        try {
            var zip = new ZipFile(file.toFile());
            try {
                return content(zip, find(zip, entry));
            } catch (IOException | BindException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw notUnderstood(e);
        } catch (IOException e) {
            throw new BindException(Reason.STORAGE_FAILED, "cannot read " + name + ": " + e, e);
        }
    }

    private ZipEntry find(ZipFile zip, String entry) throws BindException {
        ZipEntry found =
                Optional.ofNullable(zip.getEntry(entry))
                        .orElseThrow(() -> failure(Reason.NOT_FOUND, "no entry " + entry));
        if (found.isDirectory()) {
            throw failure(Reason.UNSUPPORTED, "no bytes, but a directory: entry " + entry);
        }
        return found;
    }

    private static Content content(ZipFile zip, ZipEntry entry) throws IOException {
        var info =
                new ContentInfo(
                        Optional.empty(),
                        OptionalLong.of(entry.getSize()),
                        Optional.empty(),
                        Freshness.UNSAID,
                        false);
        return new Content.Blocking(info, 0, new EntryChannel(zip, entry), Optional.empty());
    }

    /** The JDK says by its message alone whether an archive is wrong or just too much for it. */
    private BindException notUnderstood(ZipException e) {
        String message = String.valueOf(e.getMessage());
        boolean isLawful = message.contains("encrypted") || message.contains("compression method");
        return new BindException(
                isLawful ? Reason.UNSUPPORTED : Reason.PROTOCOL,
                "cannot read " + name + " as a zip archive: " + message,
                e);
    }

    private BindException failure(Reason reason, String what) {
        return new BindException(reason, what + " in " + name);
    }
}
