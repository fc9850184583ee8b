package tridiff.wengert.method;

import java.util.function.Supplier;

/**
 * What may not be shared, such as a buffer: one for the thread that makes this, at hand without a search, and one for each further
 * thread that asks.
 */
public final class PerThread<T> {

    private final Thread owner = Thread.currentThread();
    private final T own;
    private final ThreadLocal<T> others;

    public PerThread(Supplier<T> supplier) {
        own = supplier.get();
        others = ThreadLocal.withInitial(supplier);
    }

    public T get() {
        return Thread.currentThread() == owner ? own : others.get();
    }
}
