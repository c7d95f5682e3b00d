package org.bindhost.itests.felix;

import org.bindhost.itests.cases.SecureCases;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** TLS and HTTP/2 in Felix. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public final class SecureIT extends SecureCases {

    @Configuration
    public Option[] framework() {
        return new Option[] {Felix.framework()};
    }
}
