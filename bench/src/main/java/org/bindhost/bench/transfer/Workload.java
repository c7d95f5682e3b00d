package org.bindhost.bench.transfer;

import java.io.IOException;
import java.util.List;

/** What is measured under one name of the targets. */
interface Workload {

    /** Measures it. */
    List<Table> run(Bench bench) throws IOException;
}
