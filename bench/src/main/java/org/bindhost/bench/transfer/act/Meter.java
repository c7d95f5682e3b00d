package org.bindhost.bench.transfer.act;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What this process uses from its making on. Allocation is summed over threads; that of threads
 * that ended meanwhile is lost, of which a warm candidate has none.
 */
final class Meter {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS =
            ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private final Map<Long, Long> allocatedBefore = allocatedByThread();
    private final long cpuBefore = SYSTEM.getProcessCpuTime();
    private final long before = System.nanoTime();

    /** What was used. */
    record Used(double seconds, double cpuSeconds, double allocatedBytes) {}

    Used used() {
        double seconds = (System.nanoTime() - before) / NANOS_PER_SECOND;
        double cpu = (SYSTEM.getProcessCpuTime() - cpuBefore) / NANOS_PER_SECOND;
        long allocated =
                allocatedByThread().entrySet().stream()
                        .mapToLong(e -> e.getValue() - allocatedBefore.getOrDefault(e.getKey(), 0L))
                        .sum();
        return new Used(seconds, cpu, allocated);
    }

    private static Map<Long, Long> allocatedByThread() {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        var all = new HashMap<Long, Long>();
        for (int i = 0; i < ids.length; i++) {
            if (bytes[i] > 0) {
                all.put(ids[i], bytes[i]);
            }
        }
        return all;
    }

    /** The heap in use once what is garbage is gone. */
    static long heapAfterCollection() {
        for (int i = 0; i < 3; i++) { // the first may leave what was finalised or referred softly
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    static java.lang.management.ThreadMXBean threads() {
        return THREADS;
    }
}
