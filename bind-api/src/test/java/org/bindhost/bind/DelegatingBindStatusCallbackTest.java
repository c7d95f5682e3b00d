package org.bindhost.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bindhost.bind.BindException.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever steps in between changes nothing that it does not want to: C-09. */
class DelegatingBindStatusCallbackTest {

    private static final Binding BINDING = anything(Binding.class);
    private static final List<Object> ARGUMENTS =
            List.of(
                    BINDING,
                    new BindProgress(BindStatus.CONNECTING, "host", 1, OptionalLong.of(2)),
                    new DataAvailable(true, false, 3, Optional.of("text/plain"), "content"),
                    new BindOutcome.Completed(4),
                    String.class);
    private static final List<Object> ANSWERS =
            List.of(BindInfo.PULL, Optional.of(Priority.URGENT));

    private final List<Object> heard = new ArrayList<>();

    private static <T> T anything(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (it, method, given) -> null));
    }

    /** All that a callback can be asked and told, also what it will be one day. */
    static Stream<Method> calls() {
        return Stream.of(BindStatusCallback.class.getMethods());
    }

    private static Object fitting(Class<?> type) {
        return ARGUMENTS.stream()
                .filter(argument -> type != Object.class && type.isInstance(argument))
                .findFirst()
                .orElse("an object");
    }

    private static Optional<Object> answer(Method call) {
        return ANSWERS.stream().filter(call.getReturnType()::isInstance).findFirst();
    }

    private BindStatusCallback former(Optional<Exception> failure) {
        return (BindStatusCallback)
                Proxy.newProxyInstance(
                        BindStatusCallback.class.getClassLoader(),
                        new Class<?>[] {BindStatusCallback.class},
                        (it, method, given) -> {
                            heard.add(method.getName());
                            heard.addAll(given == null ? List.of() : List.of(given));
                            if (failure.isPresent()) {
                                throw failure.get();
                            }
                            return answer(method).orElse(null);
                        });
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theFormerHearsWhatWasSaidAndItsAnswerIsTheAnswer(Method call) throws Exception {
        Object[] given =
                Stream.of(call.getParameterTypes())
                        .map(DelegatingBindStatusCallbackTest::fitting)
                        .toArray();

        Object answer =
                call.invoke(new DelegatingBindStatusCallback(former(Optional.empty())), given);

        assertThat(Optional.ofNullable(answer)).isEqualTo(answer(call));
        assertThat(heard).first().isEqualTo(call.getName());
        assertThat(heard.subList(1, heard.size()))
                .usingElementComparator((one, other) -> one == other ? 0 : 1)
                .containsExactly(given);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theFormerIsTheOneThatRefuses(Method call) {
        var failure =
                call.getExceptionTypes().length == 0
                        ? new IllegalStateException("bug")
                        : new BindException(Reason.CALLBACK_FAILED, "no");
        Object[] given =
                Stream.of(call.getParameterTypes())
                        .map(DelegatingBindStatusCallbackTest::fitting)
                        .toArray();
        var between = new DelegatingBindStatusCallback(former(Optional.of(failure)));

        assertThatThrownBy(() -> call.invoke(between, given))
                .isInstanceOf(InvocationTargetException.class)
                .hasCause(failure);
    }
}
