package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.bindhost.spi.ByteRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files larger than any number of 32 bits, with holes that take no room. */
@Timeout(60)
class LargeFilesTest {

    private static final String END = "the end";

    @TempDir private Path around;
    private Disk disk;

    @BeforeEach
    void lay() throws IOException {
        disk = new Disk(around);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 31, (1L << 32) - 3, 1L << 32, 5L << 32})
    void aFileOfAnySizeHasItsSizeAndItsRanges(long hole) throws Exception {
        Path file = sparse(hole);
        long length = hole + END.length();

        var whole = disk.open(file);
        whole.channel().close();
        assertThat(whole.info().length()).hasValue(length);
        assertThat(range(file, hole, Long.MAX_VALUE)).isEqualTo(END);
        assertThat(range(file, hole + 4, 3)).isEqualTo("end");
        assertThat(range(file, hole - 2, 5)).isEqualTo("\0\0the");
        assertThat(range(file, length - 1, 1)).isEqualTo("d");
        assertThat(range(file, 0, 1)).isEqualTo("\0");
    }

    private Path sparse(long hole) throws IOException {
        Path file = disk.root.resolve("sparse");
        var options =
                new StandardOpenOption[] {
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SPARSE
                };
        try (var channel = FileChannel.open(file, options)) {
            channel.write(ByteBuffer.wrap(END.getBytes(UTF_8)), hole);
        }
        return file;
    }

    private String range(Path file, long offset, long length) throws Exception {
        var content =
                disk.open(disk.request(file).with(new ByteRange(offset, OptionalLong.of(length))));
        assertThat(content.offset()).isEqualTo(offset);
        return Disk.read(content);
    }
}
