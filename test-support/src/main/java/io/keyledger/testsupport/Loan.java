package io.keyledger.testsupport;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A connection for one borrower: whose closing it gives it back. */
final class Loan implements InvocationHandler {

    private static final String CONNECTION_DOES_NOT_EXIST = "08003";

    private final Connection lent;
    private final Consumer<Connection> back;
    private final AtomicBoolean over = new AtomicBoolean();

    private Loan(Connection lent, Consumer<Connection> back) {
        this.lent = lent;
        this.back = back;
    }

    static Connection of(Connection lent, Consumer<Connection> back) {
        return (Connection)
                Proxy.newProxyInstance(
                        Loan.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        new Loan(lent, back));
    }

    @Override
    public @Nullable Object invoke(
            Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "close" -> end();
            case "isClosed" -> over.get() || lent.isClosed();
            case "equals" -> proxy == requireNonNull(arguments)[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> pass(method, arguments);
        };
    }

    private @Nullable Object end() {
        if (over.compareAndSet(false, true)) {
            back.accept(lent);
        }
        return null;
    }

    private @Nullable Object pass(Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (over.get() && method.getDeclaringClass() != Object.class) {
            throw new SQLException("the connection was closed", CONNECTION_DOES_NOT_EXIST);
        }
        try {
            return method.invoke(lent, arguments);
        } catch (InvocationTargetException e) {
            throw requireNonNull(e.getCause());
        }
    }
}
