package org.bindhost.core.naming;

import static org.quicktheories.QuickTheory.qt;

import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

/**
 * What holds for names of any kind: checked for a thousand of them, and if it does not hold, shown
 * for the smallest that was found. A failure names its seed; {@code -DQT_SEED=} repeats it.
 */
final class Law {

    private static final int CASES = 1000;

    private Law() {}

    interface OfOne<A> {
        void check(A a) throws Exception;
    }

    interface OfTwo<A, B> {
        void check(A a, B b) throws Exception;
    }

    interface OfThree<A, B, C> {
        void check(A a, B b, C c) throws Exception;
    }

    private interface Check {
        void run() throws Exception;
    }

    static <A> void holds(Gen<A> gen, OfOne<A> law) {
        theory().forAll(gen).checkAssert(a -> run(() -> law.check(a)));
    }

    static <A, B> void holds(Gen<A> first, Gen<B> second, OfTwo<A, B> law) {
        theory().forAll(first, second).checkAssert((a, b) -> run(() -> law.check(a, b)));
    }

    static <A> void holds(Gen<A> gen, OfThree<A, A, A> law) {
        theory().forAll(gen, gen, gen).checkAssert((a, b, c) -> run(() -> law.check(a, b, c)));
    }

    private static QuickTheory theory() {
        return qt().withExamples(CASES).withUnlimitedTestingTime();
    }

    private static void run(Check check) {
        try {
            check.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e.toString(), e);
        }
    }
}
